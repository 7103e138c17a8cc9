import { codeAt } from '../shared/characters';
/** How long the name of a role may be, with its braces. */
const LONGEST = 40;

/** The name of the role of MyST in whose braces the text ends at `end`; undefined where it is none. */
export function roleNameBefore(text: string, end: number): string | undefined {
  const least = Math.max(0, end - LONGEST);
  let open = end - 2;
  while (open >= least && codeAt(text, open) !== 123 /* { */) open--;
  const before = codeAt(text, open - 1);
  return open >= least && before !== 64 /* @ */ && before !== 92 /* \ */ ? text.slice(open + 1, end - 1) : undefined;
}
