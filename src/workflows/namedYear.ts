/** A year of four digits, or of two behind an apostrophe, as names of conferences have them: `ICLR 2025`, `CVPR '24`. */
const YEAR = /(?<![\d’'])(1[5-9]\d\d|20\d\d)(?!\d)|['’](\d\d)(?!\d)/g;

/**
 * How the year of a paper stands to what its venue names: `same` where it is said there, `other` where other years are, which it has to
 * be told apart from, `none` where no year is.
 */
export function namedYear(venue: string, year: number): 'same' | 'other' | 'none' {
  const named = [...venue.matchAll(YEAR)];
  if (named.length === 0) return 'none';
  const isSaid = named.some(([, full, short]) => (full ? Number(full) === year : Number(short) === year % 100));
  return isSaid ? 'same' : 'other';
}
