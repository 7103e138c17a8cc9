/** How much of a text is shown. */
export interface Amount {
  readonly lines: number;
  readonly characters: number;
}

/** The first lines of a note, without its headings and at most so many; empty where nothing is written. */
export function firstLines(text: string, { lines, characters }: Amount): string {
  const written = text
    // Longer notes are not looked through to their end.
    .slice(0, 20 * characters)
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
