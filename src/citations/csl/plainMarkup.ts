import { linkTarget } from '../../base/markdown';
import type { Span, Writer } from './writer';

/* Markup languages in which a sign is markup or not by what stands beside it. */

/** Takes no room; Org's manual ("Escape Character") puts it between signs that would mean something. */
const NOTHING = '\u200B';

/** Org Mode (manual, "Markup for Rich Contents" and "Escape Character"): what would begin something is parted from it. */
export const org: Writer = {
  escape: (text) =>
    text
      .replace(/[{[\\<$]|[_^]|(?<=\w):(?=\S)|(?<![\p{L}\p{N}])[*/=~+]/gu, (sign) => sign + NOTHING)
      .replace(/(?<=[^\s\u200B])[*/=~+](?![\p{L}\p{N}\u200B])/gu, (sign) => NOTHING + sign),
  marks: {
    bold: ['*', '*'],
    italic: ['/', '/'],
    underline: ['_', '_'],
    smallCaps: ['', ''],
    sup: ['^{', '}'],
    sub: ['_{', '}'],
  },
  // Signs that end together would need something between them, before which no mark ends.
  oneOf: ['bold', 'italic', 'underline'],
  link: (url) => `[[${orgTarget(url)}]]`,
  seams: {
    opens: (span, { before }) => (EMPHASIS.has(span) && touchesWord(before) ? NOTHING : ''),
    closes: (span, { after }) => (EMPHASIS.has(span) && isTouched(after) ? NOTHING : ''),
  },
  paragraph: (text) =>
    text.replace(/^(?=[*#|:+-]|\[fn|%%|\w{1,8}[.)](?:\s|$)|(?:CLOSED|DEADLINE|SCHEDULED|CLOCK):)/, NOTHING),
};

const EMPHASIS: ReadonlySet<Span> = new Set(['bold', 'italic', 'underline']);

function orgTarget(url: string): string {
  return linkTarget(url)?.replaceAll('%5F', '_') ?? '';
}

/** Behind a blank or bracket marks are recognised as they are; elsewhere something must part them from the word. */
function touchesWord(before: string): boolean {
  return before !== '' && !/[\s(]$/.test(before);
}

function isTouched(after: string): boolean {
  return after !== '' && !/^[\s.,;:!?)]/.test(after);
}

/** reStructuredText (docutils' specification, "Inline Markup"): a backslash makes any sign text. */
export const rst: Writer = {
  escape: (text) => text.replace(/[\\*`_|[\]]|(?<=\S):(?=\S|$)/g, '\\$&'),
  marks: {
    bold: ['**', '**'],
    italic: ['*', '*'],
    underline: ['', ''],
    smallCaps: ['', ''],
    sup: [':sup:`', '`'],
    sub: [':sub:`', '`'],
  },
  // Markup stands within no other.
  oneOf: ['sup', 'sub', 'bold', 'italic'],
  // An address alone ends at a pointed bracket.
  link: (url) =>
    url.includes('<')
      ? `\`${rst.escape(url).replaceAll('<', '\\<')} <${linkTarget(url) ?? ''}>\`__`
      : url.replace(/[*`|\\]|_(?![\p{L}\p{N}])/gu, '\\$&'),
  seams: {
    opens: (span, { before }) => (span !== 'link' && touchesWord(before) ? '\\ ' : ''),
    closes: (span, { after }) => (span !== 'link' && isTouched(after) ? '\\ ' : ''),
  },
  paragraph: (text) => text.replace(RST_START, '\\'),
};

const RST_START = /^(?=[-+*•‣⁃=~^"'#.:>]|(?:\w{1,8}|#)[.)](?:\s|$)|\(\w{1,8}\)(?:\s|$))/;

/** AsciiDoc: its signs by their numbers, which are never markup. */
export const asciidoc: Writer = {
  escape: (text) =>
    text.replace(/[&<>*_`#^~+[\]{}\\|'"]|:(?=:)|-(?=[->])|\.(?=\.\.)|=(?=>)|\((?=(?:C|R|TM)\))/g, number),
  marks: {
    bold: ['**', '**'],
    italic: ['__', '__'],
    underline: ['[.underline]##', '##'],
    smallCaps: ['[.small-caps]##', '##'],
    sup: ['^', '^'],
    sub: ['~', '~'],
  },
  // Raised and lowered text has no blanks (user manual, "Subscript and Superscript").
  inside: (text, mark) => (mark === 'sup' || mark === 'sub' ? text.replaceAll(' ', number) : text),
  link: (url) => `link:${linkTarget(url) ?? ''}[${asciidoc.escape(url)}]`,
  // Two semicolons, the first of which may end a number, part a term from what is said of it.
  paragraph: (text) =>
    text
      .replace(/(?<=;);/g, number)
      .replace(/^(?=[.=\-/:!+'"%@,;]|<|\[|(?:\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+)[.)]\s)/, '{empty}'),
};

function number(sign: string): string {
  return `&#${sign.charCodeAt(0)};`;
}
