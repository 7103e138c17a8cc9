import type { SearchDocument } from '../contract';

const VALUE = '\u0000';
const ITEM = '\u0001';

/** A document as one text. Two control characters keep its values apart; in the values they become spaces. */
export function toRecord(document: SearchDocument): string {
  const { note } = document;
  return [
    document.id,
    document.title,
    list(document.authors),
    document.year === undefined ? '' : String(document.year),
    document.venue ?? '',
    document.abstract ?? '',
    list(document.keywords),
    list(document.aliases),
    document.type,
    document.source,
    document.doi ?? '',
    document.arxiv ?? '',
    document.language ?? '',
    document.contentHash === undefined ? '' : String(document.contentHash),
    note ? list(note.tags) : '',
    note ? `+${note.text}` : '',
  ]
    .map((value) => without(value, VALUE))
    .join(VALUE);
}

/** The document of a record. */
export function fromRecord(record: string): SearchDocument {
  const values = record.split(VALUE);
  const [id, title, authors, year, venue, abstract, keywords, aliases, type, source, doi, arxiv, language] = values;
  const [contentHash, tags, note] = values.slice(13);
  return {
    id,
    title,
    authors: items(authors),
    year: year === '' ? undefined : Number(year),
    venue: venue || undefined,
    abstract: abstract || undefined,
    keywords: items(keywords),
    aliases: items(aliases),
    type,
    source,
    doi: doi || undefined,
    arxiv: arxiv || undefined,
    language: language || undefined,
    contentHash: contentHash === '' ? undefined : Number(contentHash),
    note: note === '' ? undefined : { text: note.slice(1), tags: items(tags) },
  };
}

function list(values: readonly string[]): string {
  return values.map((value) => without(value, ITEM)).join(ITEM);
}

function items(value: string): string[] {
  return value === '' ? [] : value.split(ITEM);
}

function without(value: string, separator: string): string {
  return value.includes(separator) ? value.replaceAll(separator, ' ') : value;
}
