import tables from '@citation-js/plugin-bibtex/lib/input/unicode.json';

/** The tables map names to characters; a name without a character has null. */
const { diacritics, commands, mathCommands } = tables as unknown as Record<string, Record<string, string>>;

/** Combining characters by the name of the accent command. */
export const ACCENTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...diacritics,
    // TeX's \b is a bar under the letter; \r has a long form.
    b: '\u0331',
    U: '\u030e',
    G: '\u030f',
    f: '\u0311',
    C: '\u030f',
    capitalcaron: '\u030c',
    textcommabelow: '\u0326',
  }),
);

/** Accents that stand below a letter, where `i` and `j` keep their dots. */
export const BELOW: ReadonlySet<string> = new Set(['b', 'd', 'c', 'k', 'textcommabelow']);

/** Characters by the name of the command that makes them, in text. */
export const SYMBOLS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...mathCommands,
    ...commands,
    aa: 'å',
    AA: 'Å',
    TeX: 'TeX',
    LaTeX: 'LaTeX',
    LaTeXe: 'LaTeX2e',
    BibTeX: 'BibTeX',
    XeTeX: 'XeTeX',
    slash: '/',
    hyphen: '-',
    S: '§',
    P: '¶',
    dag: '†',
    ddag: '‡',
    dots: '…',
    ldots: '…',
    textellipsis: '…',
    copyright: '©',
    pounds: '£',
    texteuro: '€',
    euro: '€',
    EUR: '€',
    lq: '‘',
    rq: '’',
    glqq: '„',
    grqq: '“',
    glq: '‚',
    grq: '‘',
    flqq: '«',
    frqq: '»',
    quotedblbase: '„',
    quotesinglbase: '‚',
    textquotedblleft: '“',
    textquotedblright: '”',
    textendash: '–',
    textemdash: '—',
    textsharp: '♯',
    textnumero: '№',
    degree: '°',
    celsius: '℃',
    ohm: 'Ω',
    micro: 'µ',
    nobreakspace: ' ',
    space: ' ',
    quad: ' ',
    qquad: ' ',
    enspace: ' ',
    thinspace: ' ',
    newline: ' ',
    textvisiblespace: ' ',
    backslash: '\\',
    lbrace: '{',
    rbrace: '}',
    cyrchar: '',
    relax: '',
    protect: '',
    allowbreak: '',
    nobreak: '',
    noopsort: '',
  }),
);

/** Commands whose first argument is not for reading. */
export const SILENT_ARGUMENT: ReadonlySet<string> = new Set([
  'noopsort',
  'NoopSort',
  'SortNoop',
  'noop',
  'href',
  'textcolor',
  'color',
  'vspace',
  'hspace',
  'label',
  'cite',
  'footnote',
  'foreignlanguage',
  'selectlanguage',
  'begin',
  'end',
  'fontencoding',
]);

/** What an argument of a command is put between: HTML as CSL knows it, or quotation marks. */
export const ARGUMENT_MARKUP: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['emph', ['<i>', '</i>']],
  ['textit', ['<i>', '</i>']],
  ['textsl', ['<i>', '</i>']],
  ['mkbibemph', ['<i>', '</i>']],
  ['mkbibitalic', ['<i>', '</i>']],
  ['textbf', ['<b>', '</b>']],
  ['mkbibbold', ['<b>', '</b>']],
  ['textsc', ['<span style="font-variant:small-caps;">', '</span>']],
  ['textsuperscript', ['<sup>', '</sup>']],
  ['textsubscript', ['<sub>', '</sub>']],
]);

type Around = readonly [before: string, after: string];
const ITALIC: Around = ['<i>', '</i>'];
const BOLD: Around = ['<b>', '</b>'];
const SMALL_CAPITALS: Around = ['<span style="font-variant:small-caps;">', '</span>'];

/** Commands that hold to the end of their group, with what stands around it. */
export const DECLARATIONS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['em', ITALIC],
  ['it', ITALIC],
  ['itshape', ITALIC],
  ['sl', ITALIC],
  ['slshape', ITALIC],
  ['bf', BOLD],
  ['bfseries', BOLD],
  ['sc', SMALL_CAPITALS],
  ['scshape', SMALL_CAPITALS],
]);

/** Commands of two arguments that are one number over another. */
export const FRACTIONS: ReadonlySet<string> = new Set(['frac', 'dfrac', 'tfrac', 'sfrac', 'nicefrac', 'textfrac']);

/** Commands without an argument that only set type. */
export const SILENT: ReadonlySet<string> = new Set(
  (
    'rm rmfamily sf sffamily tt ttfamily up upshape md mdseries normalfont tiny scriptsize footnotesize small normalsize large Large ' +
    'LARGE huge Huge par noindent indent centering raggedright raggedleft xspace ignorespaces unskip hfil hfill vfill linebreak ' +
    'nolinebreak pagebreak nopagebreak break displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits left right big Big ' +
    'bigl bigr Bigl Bigr boldmath unboldmath bgroup egroup begingroup endgroup sloppy frenchspacing leavevmode null strut smallskip ' +
    'medskip bigskip newblock urlstyle MakeUppercase MakeLowercase uppercase lowercase titlecase mbox hbox text textrm textsf texttt ' +
    'textup textmd textnormal mathrm mathit mathbf mathsf mathtt mathcal mathbb bibinfo bibfield natexlab penalty string'
  ).split(' '),
);

export const QUOTING: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['enquote', ['“', '”']],
  ['mkbibquote', ['“', '”']],
  ['mkbibparens', ['(', ')']],
  ['mkbibbrackets', ['[', ']']],
]);

/** Characters by the sign after the backslash. */
export const ESCAPED: ReadonlyMap<string, string> = new Map([
  ['\\', ' '],
  [' ', ' '],
  ['\n', ' '],
  ['\r', ' '],
  ['\t', ' '],
  [',', ' '],
  [';', ' '],
  [':', ' '],
  ['>', ' '],
  ['!', ''],
  ['-', ''],
  ['/', ''],
  ['@', ''],
  ['*', ''],
]);
