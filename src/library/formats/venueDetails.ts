import { expandedFields } from '../bibtex/record';
import type { CslItem } from '../model/csl';
import type { Paper } from '../model/paper';
import type { BibRecord, RisRecord } from '../model/record';

/** Where in its venue a paper stands, as plain text. */
export interface VenueDetails {
  readonly volume?: string;
  readonly issue?: string;
  readonly pages?: string;
}

/** Volume, issue and pages of a paper, as its record states them. They are asked for one paper at a time. */
export function venueDetails({ record }: Pick<Paper, 'record'>): VenueDetails {
  switch (record.format) {
    case 'bibtex':
      return ofBibtex(record);
    case 'ris':
      return ofRis(record);
    case 'csl-json':
    case 'csl-yaml':
      return ofCsl(record.item);
    case 'text-list':
    case 'daily-papers':
      return {};
  }
}

function ofBibtex(record: BibRecord): VenueDetails {
  const fields = expandedFields(record);
  // BibTeX's `number` is the issue of a journal (biblatex manual, 2.2.2).
  return tidy(fields.get('volume'), fields.get('number') ?? fields.get('issue'), fields.get('pages'));
}

function ofRis({ tags }: RisRecord): VenueDetails {
  const value = (tag: string) => tags.find(([name]) => name === tag)?.[1];
  const [first, last] = [value('SP'), value('EP')];
  const pages = first && last && first !== last && !first.includes('-') ? `${first}-${last}` : first;
  return tidy(value('VL'), value('IS'), pages);
}

function ofCsl({ volume, issue, page }: CslItem): VenueDetails {
  return tidy(volume, issue, page);
}

function tidy(volume: unknown, issue: unknown, pages: unknown): VenueDetails {
  return { volume: plain(volume), issue: plain(issue), pages: plain(pages)?.replace(/\s*[-–—]+\s*/g, '–') };
}

function plain(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value)
    .replace(/[{}~\s]+/g, (sign) => (/^[{}]+$/.test(sign) ? '' : ' '))
    .trim();
  return text === '' || text.length > 60 ? undefined : text;
}
