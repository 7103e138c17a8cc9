/** The abbreviations that every BibTeX style knows. */
export const MONTHS: ReadonlyMap<string, string> = new Map(
  'January February March April May June July August September October November December'
    .split(' ')
    .map((month) => [month.slice(0, 3).toLowerCase(), month]),
);

/** True for a bare value that means the same with any abbreviations: a number, or a month. */
export function isPlainBareValue(raw: string): boolean {
  const first = raw.charCodeAt(0);
  return (first >= 48 && first <= 57) || MONTHS.has(raw.toLowerCase());
}
