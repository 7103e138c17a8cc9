import { venueDetails } from '../library/formats/venueDetails';
import { displayTitle } from '../library/model/display';
import type { Entry } from '../library/model/entry';

/** A year of four digits, or of two behind an apostrophe, as names of conferences have them: `ICLR 2025`, `CVPR '24`. */
const YEAR = /(?<![\d’'])(1[5-9]\d\d|20\d\d)(?!\d)|['’](\d\d)(?!\d)/g;

/**
 * Where and when a paper came out, in one line of plain text: `Annalen der Physik 322(10), pp. 891–921, 1905`. A year that the venue
 * names is not said again; where the venue names another one, that of the paper stands in brackets: `ICLR 2025 (2024)`.
 */
export function publication(entry: Entry): string {
  const { year } = entry;
  const { volume, issue, pages } = venueDetails(entry);
  // What has no title is called by its venue.
  const isTold = entry.venue === displayTitle(entry) && !volume && !pages;
  const venue = isTold ? undefined : entry.venue;
  const number = venue && volume ? ` ${volume}${issue ? `(${issue})` : ''}` : '';
  const where = pages && (/\d[–,]/.test(pages) ? `pp. ${pages}` : /^[\w.:]+$/.test(pages) ? `p. ${pages}` : pages);
  const place = venue === undefined ? '' : [`${venue}${number}`, where].filter(Boolean).join(', ');
  if (year === undefined) return place;
  const named = [...(venue ?? '').matchAll(YEAR)];
  if (named.some(([, full, short]) => (full ? Number(full) === year : Number(short) === year % 100))) return place;
  return named.length > 0 ? `${place} (${year})` : [place, year].filter((part) => part !== '').join(', ');
}
