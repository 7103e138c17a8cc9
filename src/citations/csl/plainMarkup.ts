import { linkTarget } from '../../base/markdown';
import type { Writer } from './writer';

/* Markup languages in which a sign is markup or not by what stands beside it. */

/** Takes no room; Org's manual ("Escape Character") puts it between signs that would mean something. */
const NOTHING = '\u200B';
/** Where markup of reStructuredText may touch a word, until the paragraph is whole; no text has it. */
const JOINT = '\uE000';

/** Org Mode (manual, "Markup for Rich Contents" and "Escape Character"): what would begin something is parted from it. */
export const org: Writer = {
  escape: (text) =>
    text
      .replaceAll(JOINT, '')
      .replace(/[{[\\<$]|[_^]|(?<=\w):(?=\S)|(?<![\p{L}\p{N}])[*/=~+]/gu, (sign) => sign + NOTHING)
      .replace(/(?<=[^\s\u200B])[*/=~+](?![\p{L}\p{N}\u200B])/gu, (sign) => NOTHING + sign),
  marks: {
    bold: [`${JOINT}*`, `*${JOINT}`],
    italic: [`${JOINT}/`, `/${JOINT}`],
    underline: [`${JOINT}_`, `_${JOINT}`],
    smallCaps: ['', ''],
    sup: ['^{', '}'],
    sub: ['_{', '}'],
  },
  link: (url) => `[[${orgTarget(url)}]]`,
  paragraph: (text) =>
    joined(text, NOTHING).replace(
      /^(?=[*#|:+-]|\[fn|%%|\w{1,8}[.)](?:\s|$)|(?:CLOSED|DEADLINE|SCHEDULED|CLOCK):)/,
      NOTHING,
    ),
};

function orgTarget(url: string): string {
  return linkTarget(url)?.replaceAll('%5F', '_') ?? '';
}

/** Beside a blank or some signs marks are recognised as they are; elsewhere something must part them from the word. */
function joined(text: string, between: string): string {
  return text
    .replace(new RegExp(`(^|[\\s(])${JOINT}|${JOINT}(?=$|[\\s.,;:!?)])`, 'g'), '$1')
    .replaceAll(JOINT, between);
}

/** reStructuredText (docutils' specification, "Inline Markup"): a backslash makes any sign text. */
export const rst: Writer = {
  escape: (text) => text.replaceAll(JOINT, '').replace(/[\\*`_|[\]]|(?<=\S):(?=\S|$)/g, '\\$&'),
  marks: {
    bold: [`${JOINT}**`, `**${JOINT}`],
    italic: [`${JOINT}*`, `*${JOINT}`],
    underline: ['', ''],
    smallCaps: ['', ''],
    sup: [`${JOINT}:sup:\``, `\`${JOINT}`],
    sub: [`${JOINT}:sub:\``, `\`${JOINT}`],
  },
  link: (url) => url.replace(/[*`|\\]|_(?![\p{L}\p{N}])/gu, '\\$&'),
  paragraph: (text) => joined(text, '\\ ').replace(RST_START, '\\'),
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
  link: (url) => `link:${linkTarget(url) ?? ''}[${asciidoc.escape(url)}]`,
  paragraph: (text) => text.replace(/^(?=[.=\-/:!+'"%@,;]|<|\[|(?:\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+)[.)]\s)/, '{empty}'),
};

function number(sign: string): string {
  return `&#${sign.charCodeAt(0)};`;
}
