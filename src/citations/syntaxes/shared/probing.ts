/** How far back white space may go. */
const REACH = 2000;

/** Whether the last character before an offset, blanks aside, opens a list of items or stands between two: `;`, `:`, `(`. */
export function isBehindOpening(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - REACH), offset).trimEnd();
  return before !== '' && ';:('.includes(before[before.length - 1]);
}
