import type { FoundHeading } from '../../syntax';

const MARKED = /^(={1,6}|#{1,6})[ \t]+(\S[^\r\n]*)/gm;
/** The older form: a line of one sign, as long as the title but for one, below it. */
const UNDERLINED = /^(?![.[])(\S[^\r\n]*)\r?\n([=~^+-])\2+[ \t]*\r?$/gm;

/** The titles of AsciiDoc (its language documentation, "Section Titles and Levels"), also in what is none of its text. */
export function asciidocHeadings(text: string): FoundHeading[] {
  const marked = [...text.matchAll(MARKED)].map(({ index: start, 0: { length }, 1: marks, 2: title }) => ({
    start,
    end: start + length,
    title: plain(title.endsWith(` ${marks}`) ? title.slice(0, -marks.length) : title),
  }));
  const underlined = [...text.matchAll(UNDERLINED)].flatMap(({ index: start, 0: whole, 1: title }) => {
    const under = whole.slice(whole.lastIndexOf('\n') + 1).trim();
    return isUnderline(title.trim(), under) ? [{ start, end: start + whole.length, title: plain(title) }] : [];
  });
  return [...marked, ...underlined].sort((a, b) => a.start - b.start);
}

/** Whether a line of signs makes a title of the line above it. */
export function isUnderline(title: string, line: string): boolean {
  return /[\p{L}\p{N}]/u.test(title) && Math.abs([...title].length - line.length) < 2;
}

/** Without the anchors that a title may hold. */
function plain(title: string): string {
  return title.replace(/\[\[[^\]\n]*\]\]/g, '').trim();
}
