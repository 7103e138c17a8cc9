import { bibToCsl } from '../bibtex/bibToCsl';
import type { CslDate, CslItem } from '../model/csl';
import type { Entry } from '../model/entry';
import { readDate } from '../model/writtenDate';
import { isDateVariable } from './cslVariables';
import { risToCsl } from './risToCsl';

/**
 * The entry as a full CSL-JSON item with its citekey as `id`: a new object that survives `JSON.stringify`. Titles may hold the
 * markup that CSL allows. The first call for a BibTeX entry loads Citation.js.
 */
export function toCsl(entry: Entry): CslItem {
  const { record } = entry;
  switch (record.format) {
    case 'csl-json':
    case 'csl-yaml':
      return { ...structuredClone(record.item), ...tidied(entry, record.item), id: entry.citekey };
    case 'bibtex':
      return withNumbers(
        entry,
        convert(entry, () => bibToCsl(entry, record)),
      );
    case 'ris':
      return withNumbers(
        entry,
        convert(entry, () => risToCsl(entry, record)),
      );
    case 'text-list':
    case 'daily-papers':
      return projected(entry);
  }
}

/** What CSL has in another form than the item: its own name of the type, the DOI alone, the abstract as text, dates as numbers. */
function tidied({ type, doi, abstract }: Entry, item: CslItem): CslItem {
  const dates = Object.entries(item).filter(([name]) => isDateVariable(name)) as [string, CslDate][];
  return {
    type,
    ...(item.DOI !== undefined && doi !== undefined && { DOI: doi }),
    ...(item.abstract !== undefined && { abstract: abstract ?? '' }),
    ...withName(item, 'title-short', item.shortTitle),
    ...withName(item, 'container-title-short', item.journalAbbreviation),
    ...Object.fromEntries(dates.map(([name, date]) => [name, tidiedDate(date)])),
  };
}

/** A variable that the item has under a name of before CSL 1.0. */
function withName(item: CslItem, name: string, older: unknown): CslItem {
  return item[name] === undefined && typeof older === 'string' ? { [name]: older } : {};
}

/** A date that only has a text which all tools read alike; what is literal stays so. */
function tidiedDate(date: CslDate): CslDate {
  const text = date.edtf ?? date.raw;
  const isText = date['date-parts'] === undefined && date.literal === undefined && text !== undefined;
  return { ...((isText ? readDate(text) : undefined) ?? date) };
}

/** What Citation.js makes of an entry; where it throws at odd values, at least what the lists show. */
function convert(entry: Entry, make: () => CslItem): CslItem {
  try {
    return make();
  } catch {
    return projected(entry);
  }
}

/** The numbers that CSL has variables for, where the format's table has not set them. */
function withNumbers({ isbn, pmid, pmcid }: Entry, item: CslItem): CslItem {
  if (isbn !== undefined) item.ISBN ??= isbn;
  if (pmid !== undefined) item.PMID ??= pmid;
  if (pmcid !== undefined) item.PMCID ??= pmcid;
  return item;
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
