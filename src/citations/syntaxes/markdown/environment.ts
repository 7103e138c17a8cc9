/** How long the name of an environment may be. */
const LONGEST_NAME = 40;

/** The name of the environment in the braces that end at `open`: one of letters, perhaps with a star. */
export function environmentAt(text: string, open: number): string | undefined {
  return /^[A-Za-z]+\*?(?=\})/.exec(text.slice(open, open + LONGEST_NAME))?.[0];
}

/** Behind the environment of LaTeX that begins at `at`, others of its name inside counted; -1 where nothing ends it. */
export function environmentEnd(text: string, at: number, name: string): number {
  const begin = `\\begin{${name}}`;
  const end = `\\end{${name}}`;
  let depth = 0;
  for (let from = at; ;) {
    const close = text.indexOf(end, from);
    if (close < 0) return -1;
    for (let open = text.indexOf(begin, from); open >= 0 && open < close; open = text.indexOf(begin, open + 1)) depth++;
    from = close + end.length;
    if (--depth <= 0) return from;
  }
}
