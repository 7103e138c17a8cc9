/** How much of a text is shown. */
export interface Amount {
  readonly lines: number;
  readonly characters: number;
}

/** The first lines of a note that somebody has written, without its headings and at most so many; empty where nothing is. */
export function firstLines(text: string, { lines, characters }: Amount): string {
  const written = withoutMade(
    text
      // Longer notes are not looked through to their end.
      .slice(0, 20 * characters),
  )
    .replace(/^#{1,6}(?:[ \t].*)?$/gm, '')
    .trim()
    .split(/\r?\n/);
  let left = lines;
  const first = written.filter((line) => (line.trim() === '' ? left > 0 : left-- > 0));
  const shown = first
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (shown.length <= characters) return shown;
  const end = shown.lastIndexOf(' ', characters);
  return `${shown.slice(0, end > 0 ? end : characters)} …`;
}

/** What the built-in template says of the paper (notes/defaultTemplate.ts), which is said elsewhere. */
const MADE = /^- \*\*(?:Authors|Published|Links):\*\* .*$/gm;

/** A note without what the built-in template has put at its beginning: facts of the paper, and its abstract as a quotation. */
function withoutMade(text: string): string {
  const end = text.search(/^## /m);
  const head = end < 0 ? text : text.slice(0, end);
  const own = head.replace(MADE, '');
  return own === head ? text : own.replace(/^>.*$/gm, '') + text.slice(head.length);
}
