import { mapRis } from './citationJs';
import type { CslItem, CslName } from '../model/csl';
import { fullName } from '../model/display';
import type { Entry } from '../model/entry';
import type { RisRecord } from '../model/record';
import { findIsbn } from '../model/isbn';
import { risDate, risIssued, risNames, risType } from './risPaper';

/** The full CSL item of a RIS record. Which tag becomes which variable is Citation.js's table; names and dates are ours. */
export function risToCsl(entry: Entry, record: RisRecord): CslItem {
  const values = valuesByTag(record);
  const item: CslItem = { ...mapRis(tagsFor(values)), id: entry.citekey, type: entry.type, title: entry.title };
  if (entry.authors.length > 0 && (values.has('AU') || values.has('A1')))
    item.author = entry.authors.map((name) => ({ ...name }));
  setPeople(item, values);
  // A book stands in a series, and has no title around it.
  const isSeries =
    entry.type === 'book' && item['collection-title'] === entry.venue && item['container-title'] === undefined;
  if (entry.venue !== undefined && entry.venue !== first(values, 'PB') && !isSeries)
    item['container-title'] = entry.venue;
  setSerials(item, values.get('SN') ?? []);
  const notes = values.get('N1') ?? [];
  if (notes.length > 1 && item.note === notes[0]) item.note = notes.join('\n');
  const short = first(values, 'J2') ?? first(values, 'JA') ?? first(values, 'JO');
  if (short !== undefined && short !== entry.venue) item['container-title-short'] = short;
  if (/^(?:doi:|(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|10\.\d{4,9}\/)/i.test(String(item.genre))) delete item.genre;
  const pages = first(values, 'SP');
  if (pages !== undefined && /\d\s*[-–]\s*\w/.test(pages)) item.page = pages;
  setUnsaid(item, values);
  const issued = risIssued(first(values, 'PY') ?? first(values, 'Y1'), first(values, 'DA'));
  if (issued) item.issued = issued;
  const accessed = risDate(first(values, 'Y2'));
  if (accessed) item.accessed = accessed;
  if (entry.arxiv !== undefined) {
    item.archive ??= 'arXiv';
    item.archive_location ??= entry.arxiv;
  }
  if (entry.keywords.length > 0) item.keyword = entry.keywords.join(', ');
  if (entry.doi !== undefined) item.DOI = entry.doi;
  if (entry.url !== undefined) item.URL = entry.url;
  return item;
}

/** Who edited a book or series; which tag means that depends on the type. */
const EDITORS = ['ED', 'A2', 'A3'];
const OTHER_PEOPLE = [
  'collection-editor',
  'translator',
  'performer',
  'reporter',
  'producer',
  'recipient',
  'illustrator',
];

/** People by the table; the editors are those that it has no other part for. */
function setPeople(item: CslItem, values: ReadonlyMap<string, readonly string[]>): void {
  const isEditor = item.editor !== undefined || values.has('ED');
  const others = new Set(OTHER_PEOPLE.flatMap((variable) => namesIn(item[variable])));
  const editors = EDITORS.flatMap((tag) => values.get(tag) ?? []).flatMap(risNames);
  const own = editors.filter(
    (name, i) => !others.has(sign(name)) && editors.findIndex((each) => sign(each) === sign(name)) === i,
  );
  if (isEditor && own.length > 0) item.editor = own;
}

function namesIn(value: unknown): string[] {
  return Array.isArray(value) ? (value as CslName[]).map(sign) : [];
}

/** A name as one text, whichever way it was taken apart. */
function sign(name: CslName): string {
  return fullName(name)
    .replace(/[\s,]+/g, '')
    .split('')
    .sort()
    .join('');
}

/** Tags that mean the same for all types, as far as they mean anything. */
const ALWAYS: readonly (readonly [tag: string, variable: string])[] = [
  ['VL', 'volume'],
  ['IS', 'issue'],
  ['ET', 'edition'],
  ['PB', 'publisher'],
  ['CY', 'publisher-place'],
  ['T3', 'collection-title'],
  ['A4', 'translator'],
];

/** What the table has nothing for at the type of a record is not lost. */
function setUnsaid(item: CslItem, values: ReadonlyMap<string, readonly string[]>): void {
  const said = new Set(Object.values(item).map(String));
  for (const [tag, variable] of ALWAYS) {
    const all = values.get(tag) ?? [];
    const isNames = tag.startsWith('A');
    if (all.length === 0 || item[variable] !== undefined || said.has(all[0])) continue;
    if (isNames && OTHER_PEOPLE.some((each) => namesIn(item[each]).includes(sign(risNames(all[0])[0])))) continue;
    item[variable] = isNames ? all.flatMap(risNames) : all[0];
  }
  const [start, end] = [first(values, 'SP'), first(values, 'EP')];
  if (start !== undefined && end !== undefined && /^\w{0,3}\d+$/.test(start)) item.page ??= `${start}-${end}`;
}

/** The numbers of a book and of a series by what they look like, whatever the type. */
function setSerials(item: CslItem, stated: readonly string[]): void {
  const issn = stated.find((value) => /^\d{4}-?\d{3}[\dX](?!\d)/i.test(value.trim()) && findIsbn(value) === undefined);
  if (item.ISBN !== undefined && stated.includes(item.ISBN as string) && issn === item.ISBN) delete item.ISBN;
  if (item.ISSN !== undefined && findIsbn(item.ISSN as string) !== undefined) delete item.ISSN;
  if (issn !== undefined && item.number !== issn) item.ISSN = issn;
}

const DATE_TAGS = ['DA', 'PY', 'Y1', 'Y2'];

/** The tags in the form of Citation.js, without the dates, which it could stumble over. */
function tagsFor(values: ReadonlyMap<string, readonly string[]>): Record<string, string | readonly string[]> {
  const tags = Object.create(null) as Record<string, string | readonly string[]>;
  for (const [tag, list] of values) {
    if (!DATE_TAGS.includes(tag)) tags[tag] = list.length === 1 ? list[0] : LIST_TAGS.includes(tag) ? list : list[0];
  }
  return tags;
}

/** Tags that mean a list where they stand several times. */
const LIST_TAGS = ['AU', 'A1', 'A2', 'A3', 'A4', 'ED', 'KW', 'TA'];

function valuesByTag(record: RisRecord): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [tag, value] of record.tags) {
    if (value === '') continue;
    const list = values.get(tag);
    if (list) list.push(value);
    else values.set(tag, [value]);
  }
  return values.set('TY', [risType(record)]);
}

function first(values: ReadonlyMap<string, readonly string[]>, tag: string): string | undefined {
  return values.get(tag)?.[0];
}
