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
