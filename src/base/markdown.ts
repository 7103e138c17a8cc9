import { shownLine } from './shownLine';

/** Mathematics between dollars (Pandoc's rule for where it may begin and end), without what Markdown or HTML could read in it. */
const MATHS = /\$(?![\s$])[^$<>`[\]&@\r\n]{1,300}(?<!\s)\$(?!\d)/g;

/** Characters that can begin something else than text, each in the places where it can; `_` is only text inside of a word. */
const ACTIVE = /[\\`*[\]<>~|{}$^]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w)|(?<![A-Za-z0-9])@|(?<!\S)#|!(?=\[)/g;

/** What would make a block of a line that begins with it: a list, a rule, an underlined heading, a definition. */
const BLOCK_START = /^(?:[-+](?=[\s-]|$)|[=:]|\d{1,9}[.)](?=\s|$))/;

/**
 * A text as plain text of one line of Markdown: nothing in it makes a link, an image, HTML, emphasis, a citation or a
 * block. Line breaks become blanks. Mathematics between dollars is kept.
 */
export function escapeMarkdown(text: string): string {
  const line = shownLine(text).replace(/\s+/g, ' ').trim();
  let result = '';
  let at = 0;
  for (const maths of line.matchAll(MATHS)) {
    result += escapeActive(line.slice(at, maths.index)) + maths[0];
    at = maths.index + maths[0].length;
  }
  return escapeBlockStart(result + escapeActive(line.slice(at)));
}

/** The same, where dollars are signs like others. */
export function escapeWholeMarkdown(text: string): string {
  return escapeBlockStart(escapeActive(shownLine(text).replace(/\s+/g, ' ').trim()));
}

/** A text as a block quote, line by line; empty lines part its paragraphs. */
export function quoteMarkdown(text: string): string {
  const lines = text.trim().split(/\r\n|[\n\r\u2028\u2029]/);
  return lines.map((line) => `> ${escapeMarkdown(line)}`.trimEnd()).join('\n');
}

/** The address of a web page, good between the parentheses of a link; undefined for anything but http(s). */
export function linkTarget(url: string): string | undefined {
  if (!/^https?:\/\//i.test(url)) return undefined;
  return url.replace(/[\s()<>[\]\\"'`*_|{}^\p{Cc}]/gu, percent);
}

function percent(character: string): string {
  if ("()*'_".includes(character)) return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(character);
}

function escapeActive(text: string): string {
  return text.replace(ACTIVE, '\\$&');
}

function escapeBlockStart(line: string): string {
  return line.replace(BLOCK_START, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`);
}
