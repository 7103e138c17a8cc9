import { bibFieldOf, expandedFields, lowerCase } from '../bibtex/record';
import type { BibRecord } from '../model/record';
import type { StatableField } from './editableField';
import type { StatedField } from './stated';

/** By field, the names that it can have, in the order in which they count (projection.ts). */
const NAMES: Readonly<Record<Exclude<StatableField, 'venue' | 'publisher'>, readonly string[]>> = {
  title: ['title'],
  authors: ['author', 'editor'],
  year: ['date', 'year'],
  volume: ['volume'],
  issue: ['number', 'issue'],
  pages: ['pages'],
  abstract: ['abstract'],
  keywords: ['keywords', 'keyword'],
  doi: ['doi'],
  url: ['url'],
  isbn: ['isbn'],
  pmid: ['pmid'],
  pmcid: ['pmcid'],
};
/** What a new field is called where none of its names stands there. */
const NEW: Partial<Readonly<Record<StatableField, string>>> = { year: 'year' };
const VENUES =
  'journaltitle journal shortjournal booktitle maintitle eventtitle institution school organization publisher howpublished'.split(
    ' ',
  );
/** Who publishes a thesis or a report has a name of its own. */
const PUBLISHERS = ['publisher', 'institution', 'school', 'organization'];
const PLAIN = ['doi', 'url', 'isbn', 'pmid', 'pmcid'];
const NUMBER = /^\d+$/;

/** A field as a BibTeX entry states it: the LaTeX source between its delimiters. */
export function bibStated(record: BibRecord, field: StatableField): StatedField | undefined {
  const names = field === 'venue' ? VENUES : field === 'publisher' ? PUBLISHERS : NAMES[field];
  const fields = expandedFields(record);
  const name = names.find((each) => fields.has(each)) ?? newName(record, field);
  const own = bibFieldOf(record, name);
  const isWritten = own === undefined || own.kind === 'braces' || own.kind === 'quotes' || NUMBER.test(own.raw);
  if (!isWritten) return undefined;
  const stated =
    own === undefined || NUMBER.test(own.raw) ? (own?.raw ?? fields.get(name) ?? '') : own.raw.slice(1, -1);
  const text = stated.trim();
  // The lines of the file end as they did; what asks for the text may know only one way.
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const isPlain = PLAIN.includes(name);
  return {
    name,
    text,
    form: isPlain ? 'plain' : 'latex',
    change: (changed) => {
      const latex = changed.trim().replace(/\r\n|\r|\n/g, eol);
      return [name, latex === '' ? undefined : isPlain ? latex : { latex }];
    },
  };
}

const PUBLISHED: Readonly<Record<string, string | undefined>> = {
  phdthesis: 'school',
  mastersthesis: 'school',
  thesis: 'institution',
  report: 'institution',
  techreport: 'institution',
  manual: 'organization',
};

function newName({ type }: BibRecord, field: StatableField): string {
  if (field !== 'venue' && field !== 'publisher') return NEW[field] ?? NAMES[field][0];
  const published = PUBLISHED[lowerCase(type)] ?? 'publisher';
  if (field === 'publisher') return published;
  switch (lowerCase(type)) {
    case 'inproceedings':
    case 'conference':
    case 'incollection':
    case 'inbook':
      return 'booktitle';
    case 'book':
    case 'proceedings':
    case 'collection':
      return 'publisher';
    case 'phdthesis':
    case 'mastersthesis':
    case 'thesis':
    case 'report':
    case 'techreport':
      return published;
    case 'misc':
    case 'online':
    case 'unpublished':
      return 'howpublished';
    default:
      return 'journal';
  }
}
