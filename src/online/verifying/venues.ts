import { titleWords } from '../matching/titles';

/** Words that many venues have in their names. */
const COMMON = new Set(
  (
    'a an and annual at by conference de der des die et for fur fuer in international into journal la le of on proceedings proc the to und ' +
    'transactions trans symposium workshop meeting acm ieee int conf vol volume press university st nd rd th advances'
  ).split(' '),
);

/** Whether two names may be those of one venue: they share a telling word, or one is made of the other's initials. */
export function mayBeOneVenue(a: string, b: string): boolean {
  const [left, right] = [telling(a), telling(b)];
  if (left.length === 0 || right.length === 0) return true;
  // Abbreviations keep the beginnings of words: `Mach. Learn.`
  if (left.some((word) => right.some((other) => word.startsWith(other) || other.startsWith(word)))) return true;
  return isInitials(a, right) || isInitials(b, left) || isAbbreviation(a) || isAbbreviation(b);
}

/** Whether two names are surely those of one venue. */
export function isOneVenue(a: string, b: string): boolean {
  const [left, right] = [telling(a), telling(b)];
  if (left.length === 0 || right.length === 0) return titleWords(a).join() === titleWords(b).join();
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  if (few.every((word) => many.some((other) => other.startsWith(word) || word.startsWith(other)))) return true;
  return isInitials(a, right) || isInitials(b, left);
}

function telling(venue: string): string[] {
  return titleWords(venue).filter((word) => !COMMON.has(word) && !/^\d+(?:st|nd|rd|th)?$/.test(word));
}

/** `CVPR`, `NeurIPS 2017`. */
function isAbbreviation(venue: string): boolean {
  return /\b[A-Z][a-z]{0,4}[A-Z]{2,}[a-z]?\b|\b[A-Z]{3,}\b/.test(venue);
}

/** Whether a name is an abbreviation made of initials of these words, in their order. */
function isInitials(name: string, words: readonly string[]): boolean {
  const short = /\b[A-Z][A-Za-z]{1,7}\b/.exec(name)?.[0].toLowerCase() ?? '';
  if (!isAbbreviation(name) || words.length < 2) return false;
  let at = 0;
  for (const word of words) if (word.startsWith(short[at] ?? '\0')) at++;
  return at >= Math.min(2, short.length);
}
