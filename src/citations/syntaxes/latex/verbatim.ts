/** Environments whose text is not read by TeX as text, of LaTeX and its packages. */
const ENVIRONMENTS = new Set(
  (
    'verbatim verbatim* Verbatim Verbatim* BVerbatim BVerbatim* LVerbatim LVerbatim* SaveVerbatim VerbatimOut spverbatim ' +
    'verbatimtab verbatimwrite boxedverbatim verbbox lstlisting minted comment filecontents filecontents* luacode luacode* pycode ' +
    'pyconsole pyverbatim pyblock tcblisting asy asydef sagesilent sageblock sageverbatim dot2tex gnuplot scontents LTXexample ' +
    'Sinput Soutput Scode Rcode'
  ).split(' '),
);

/** What makes an environment of one's own (manuals of listings, fancyvrb, tcolorbox, comment), by the name behind it. */
const DEFINED =
  /\\(?:lstnewenvironment|(?:Define|Recustom)VerbatimEnvironment|(?:re)?newtcblisting|(?:New|Renew|Declare)TCBListing|excludecomment|specialcomment|newverbatim)[ \t]{0,8}(?:\[[^\]\n]{0,200}\])?[ \t]{0,8}\{([A-Za-z*-]{1,60})\}/g;
/** `\newminted[name]{language}{…}` makes `name`, or `languagecode` (manual of minted). */
const MINTED = /\\newminted[ \t]{0,8}(?:\[([A-Za-z-]{1,60})\])?[ \t]{0,8}\{([A-Za-z0-9+-]{1,60})\}/g;

/** The environments that hold no text in a document, those that it makes itself among them. */
export function verbatimEnvironments(text: string): ReadonlySet<string> {
  const own = [
    ...[...text.matchAll(DEFINED)].map(([, name]) => name),
    ...[...text.matchAll(MINTED)].flatMap(([, name, language]) => {
      const made = (name as string | undefined) ?? `${language}code`;
      return [made, `${made}*`];
    }),
  ];
  return own.length > 0 ? new Set([...ENVIRONMENTS, ...own]) : ENVIRONMENTS;
}

/** Commands whose first argument in braces (behind options) is no text. */
export const VERBATIM_COMMANDS: ReadonlySet<string> = new Set(
  (
    'url href path nolinkurl email label ref input detokenize typeout message errmessage includegraphics graphicspath hypersetup ' +
    'verbatiminput lstinputlisting BVerb EscVerb'
  ).split(' '),
);

/** Commands whose text stands between two of any character, or in braces; `braces` come before it. */
export const INLINE_VERBATIM: ReadonlyMap<string, { readonly braces: number; readonly isNeverInBraces?: true }> =
  new Map([
    ['verb', { braces: 0, isNeverInBraces: true }],
    ['Verb', { braces: 0 }],
    ['spverb', { braces: 0, isNeverInBraces: true }],
    ['lstinline', { braces: 0 }],
    ['SaveVerb', { braces: 1 }],
    ['mint', { braces: 1 }],
    ['mintinline', { braces: 1 }],
    ['url', { braces: 0 }],
    ['nolinkurl', { braces: 0 }],
  ]);

const DEFINITIONS = [
  'newcommand',
  'renewcommand',
  'providecommand',
  'newrobustcmd',
  'renewrobustcmd',
  'providerobustcmd',
];
const DOCUMENT_COMMANDS = ['New', 'Renew', 'Provide', 'Declare'].flatMap((verb) =>
  ['', 'Expandable'].map((kind) => `${verb}${kind}DocumentCommand`),
);

/** Commands that take the meaning of the command behind them, which is printed or defined. */
export const BEFORE_NAMES: ReadonlySet<string> = new Set([
  ...['string', 'meaning', 'show', 'let', 'futurelet', 'def', 'edef', 'gdef', 'xdef', 'DeclareRobustCommand'],
  ...['DeclareCiteCommand', 'DeclareMultiCiteCommand', 'LetLtxMacro'],
  ...['New', 'Renew', 'Declare', 'Provide'].map((kind) => `${kind}CommandCopy`),
  ...DEFINITIONS,
  ...DOCUMENT_COMMANDS,
]);

/** Commands that have a character stand for `\verb` with it, and those that take that back. */
export const SHORT_VERB: ReadonlySet<string> = new Set(['MakeShortVerb', 'lstMakeShortInline', 'DefineShortVerb']);
export const NO_SHORT_VERB: ReadonlySet<string> = new Set([
  'DeleteShortVerb',
  'lstDeleteShortInline',
  'UndefineShortVerb',
]);
