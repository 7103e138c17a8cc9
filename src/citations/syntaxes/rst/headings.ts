import type { FoundHeading } from '../../syntax';

/** A line of text with a line of one sign below it. */
const UNDERLINED = /^([ \t]*)(?!\.\. |[-*+][ \t])(\S[^\r\n]*)\r?\n([!-/:-@[-`{-~])\3*[ \t]*\r?$/gm;
/** A shorter line than the title is one still, of so many signs. */
const SHORTEST = 4;

/** The titles of reStructuredText (docutils, "Sections"), also in what is none of its text. */
export function rstHeadings(text: string): FoundHeading[] {
  return [...text.matchAll(UNDERLINED)].flatMap(({ index: start, 0: whole, 1: indent, 2: line, 3: sign }) => {
    const title = line.trim();
    const under = whole.slice(whole.lastIndexOf('\n') + 1).trim();
    const above = text.slice(text.lastIndexOf('\n', start - 2) + 1, Math.max(0, start - 1)).trim();
    const isBetween = above === under;
    const isTitle = (above === '' || isBetween) && (indent === '' || isBetween) && title !== sign.repeat(title.length);
    const isLong = under.length >= Math.min(SHORTEST, title.length);
    return isTitle && isLong ? [{ start, end: start + whole.length, title }] : [];
  });
}
