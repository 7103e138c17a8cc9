import type { FoundHeading } from '../../syntax';
import type { Stretches } from '../shared/stretches';

/** `## Title ##`, up to three blanks before it (CommonMark 0.31, section 4.2). */
const MARKED = /^ {0,3}#{1,6}[ \t]+(\S[^\r\n]*)/gm;
/** A line of text, not the first of a list, quote, table or div, with a line of `=` or `-` below it (section 4.3). */
const UNDERLINED = /^ {0,3}(?![#>|]|[-*+][ \t]|\d{1,9}[.)][ \t]|:::)(\S[^\r\n]*)(?=\r?\n {0,3}(?:=+|-+)[ \t]*\r?$)/gm;
const ATTRIBUTES = /\{[^{}\n]{0,500}\}[ \t]{0,20}$/;
const UNDERLINE = /\r?\n[ \t=-]+/y;

/** The headings of Markdown, of both kinds, that a reader sees. */
export function markdownHeadings(text: string, skipped: Stretches): FoundHeading[] {
  const marked = [...text.matchAll(MARKED)].map(({ index, 0: { length }, 1: title }) => ({
    start: index,
    end: index + length,
    title: plain(title.replace(ATTRIBUTES, '').replace(/(?:^|[ \t])#+[ \t]{0,20}$/, '')),
  }));
  const underlined = [...text.matchAll(UNDERLINED)]
    .filter(({ index }) => startsParagraph(text, index, skipped))
    .map(({ index, 0: { length }, 1: title }) => {
      UNDERLINE.lastIndex = index + length;
      UNDERLINE.test(text);
      return { start: index, end: UNDERLINE.lastIndex, title: plain(title) };
    });
  return [...marked, ...underlined].sort((a, b) => a.start - b.start);
}

/** Whether no text goes on from the line before: as a paragraph of several lines it is no heading for Pandoc. */
function startsParagraph(text: string, start: number, skipped: Stretches): boolean {
  const line = text.slice(text.lastIndexOf('\n', start - 2) + 1, Math.max(0, start - 1));
  return start === 0 || line.trim() === '' || /^ {0,3}#{1,6}[ \t]/.test(line) || skipped.has(start - 2);
}

/** Without the attributes behind it. */
function plain(title: string): string {
  return title.replace(ATTRIBUTES, '').trim();
}
