const CONTROL_WORD = /\\([A-Za-z]+)\*?[ \t]*/y;

/** The command of letters that stands at an offset, with its star and the blanks behind it. */
export function controlWordAt(source: string, at: number): { readonly name: string; readonly end: number } | undefined {
  CONTROL_WORD.lastIndex = at;
  const word = CONTROL_WORD.exec(source);
  return word ? { name: word[1], end: at + word[0].length } : undefined;
}

/** Offset after the group that starts at `{`, or `limit` where it does not end before. */
export function groupEnd(source: string, start: number, limit: number): number {
  let depth = 0;
  for (let i = start; i < Math.min(limit, source.length); i++) {
    const code = source.charCodeAt(i);
    if (code === 92) i++;
    else if (code === 123) depth++;
    else if (code === 125 && --depth === 0) return i + 1;
  }
  return Math.min(limit, source.length);
}
