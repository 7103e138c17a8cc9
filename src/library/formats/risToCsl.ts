import { mapRis } from './citationJs';
import type { CslItem } from '../model/csl';
import type { Entry } from '../model/entry';
import type { RisRecord } from '../model/record';
import { risDate, risIssued, risName, risType } from './risPaper';

/** The full CSL item of a RIS record. Which tag becomes which variable is Citation.js's table; names and dates are ours. */
export function risToCsl(entry: Entry, record: RisRecord): CslItem {
  const values = valuesByTag(record);
  const item: CslItem = { ...mapRis(tagsFor(values)), id: entry.citekey, type: entry.type, title: entry.title };
  if (entry.authors.length > 0 && (values.has('AU') || values.has('A1')))
    item.author = entry.authors.map((name) => ({ ...name }));
  const editors = EDITORS.flatMap((tag) => values.get(tag) ?? []);
  if (editors.length > 0 && (item.editor ?? values.has('ED'))) item.editor = [...new Set(editors)].map(risName);
  if (entry.venue !== undefined && entry.venue !== first(values, 'PB')) item['container-title'] = entry.venue;
  const short = first(values, 'J2') ?? first(values, 'JA') ?? first(values, 'JO');
  if (short !== undefined && short !== entry.venue) item['container-title-short'] = short;
  if (/^(?:doi:|(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|10\.\d{4,9}\/)/i.test(String(item.genre))) delete item.genre;
  const pages = first(values, 'SP');
  if (pages !== undefined && /\d\s*[-–]\s*\w/.test(pages)) item.page = pages;
  const issued = risIssued(first(values, 'PY') ?? first(values, 'Y1'), first(values, 'DA'));
  if (issued) item.issued = issued;
  const accessed = risDate(first(values, 'Y2'));
  if (accessed) item.accessed = accessed;
  if (entry.keywords.length > 0) item.keyword = entry.keywords.join(', ');
  if (entry.doi !== undefined) item.DOI = entry.doi;
  if (entry.url !== undefined) item.URL = entry.url;
  return item;
}

/** Who edited a book or series; which tag means that depends on the type. */
const EDITORS = ['ED', 'A2', 'A3'];

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
