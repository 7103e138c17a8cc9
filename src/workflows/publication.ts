import { venueDetails } from '../library/formats/venueDetails';
import { displayTitle } from '../library/model/display';
import type { Entry } from '../library/model/entry';
import { namedYear } from './namedYear';

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
  switch (namedYear(venue ?? '', year)) {
    case 'same':
      return place;
    case 'other':
      return `${place} (${year})`;
    case 'none':
      return [place, year].filter((part) => part !== '').join(', ');
  }
}
