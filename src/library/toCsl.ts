import type { CslItem } from './csl';
import type { Entry } from './entry';

/** The entry as a full CSL-JSON item with its citekey as `id`: a new object that survives `JSON.stringify`. */
export function toCsl(entry: Entry): CslItem {
  const { record } = entry;
  if (record.format === 'csl-json') return { type: entry.type, ...structuredClone(record.item), id: entry.citekey };
  return projected(entry);
}

/** The item from an entry's own fields. */
function projected(entry: Entry): CslItem {
  const item: CslItem = { id: entry.citekey, type: entry.type, title: entry.title };
  if (entry.authors.length > 0) item.author = entry.authors.map((name) => ({ ...name }));
  if (entry.year !== undefined) item.issued = { 'date-parts': [[entry.year]] };
  if (entry.venue !== undefined) item['container-title'] = entry.venue;
  if (entry.abstract !== undefined) item.abstract = entry.abstract;
  if (entry.keywords.length > 0) item.keyword = entry.keywords.join(', ');
  if (entry.doi !== undefined) item.DOI = entry.doi;
  if (entry.url !== undefined) item.URL = entry.url;
  if (entry.language !== undefined) item.language = entry.language;
  if (entry.arxiv !== undefined) item.number = `arXiv:${entry.arxiv}`;
  return item;
}
