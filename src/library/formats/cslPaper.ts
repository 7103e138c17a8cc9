import { type CslItem, type CslName, NAME_PARTS } from '../model/csl';
import { findMoment } from '../model/moment';
import type { Paper } from '../model/paper';
import { arxivAlone, findArxiv, findNamedArxiv } from '../../base/identifiers/arxivId';
import { findDoi } from '../../base/identifiers/doi';
import { findIsbn } from '../model/isbn';
import { findPmcid, findPmid } from '../model/pubmed';
import { notedValue } from '../model/noteLine';
import { cslFiles } from './cslFiles';
import { yearOf } from './cslItem';
import { cslRelations } from './cslRelations';
import { cslType } from './cslTypes';
import { plainAbstract } from './jats';

/** What of a CSL item the tree, the search and the editor need, in NFC. Range and record come from the reader. */
export function paperOfCsl(item: CslItem): Omit<Paper, 'range' | 'record'> {
  const statedKey = statedKeyOf(item);
  const doi = findDoi(item.DOI ?? notedValue(item.note as string | undefined, 'doi') ?? '');
  return defined({
    statedKey,
    aliases: [],
    type: cslType(item.type ?? 'document'),
    title: nfc(stripMarkup(item.title ?? '')),
    authors: (item.author ?? item.editor ?? []).map(personOf),
    year: yearOf(item.issued),
    venue: text(item['container-title']) ?? text(item['event-title'] as string | undefined) ?? text(item.publisher),
    abstract: text(item.abstract && plainAbstract(item.abstract)),
    keywords: keywordsOf(item),
    doi,
    arxiv: arxivOf(item, doi),
    isbn: findIsbn(text(item.ISBN as string | undefined) ?? ''),
    pmid: findPmid(text(item.PMID as string | undefined) ?? notedValue(item.note as string | undefined, 'pmid') ?? ''),
    pmcid: findPmcid(
      text(item.PMCID as string | undefined) ?? notedValue(item.note as string | undefined, 'pmcid') ?? '',
    ),
    url: text(item.URL),
    added: ADDED.map((name) => momentOf(item[name])).find(Boolean),
    files: cslFiles(item),
    relations: cslRelations(item),
    language: text(item.language),
  });
}

/** The key that an item states. Zotero's own export has web addresses for ids: nobody cites by those. */
function statedKeyOf(item: CslItem): string | undefined {
  const key = (item['citation-key'] ?? item.id)?.trim();
  return key && !/^https?:\/\//i.test(key) ? key.normalize('NFC') : undefined;
}

/** CSL has no variable for it; programs have members of their own. */
const ADDED = ['dateAdded', 'date-added', 'added', 'created'];

function momentOf(value: unknown): string | undefined {
  return typeof value === 'string' ? findMoment(value) : undefined;
}

function arxivOf(item: CslItem, doi: string | undefined): string | undefined {
  if (typeof item.arxiv === 'string') return findArxiv(item.arxiv);
  const places = [
    doi,
    item.URL,
    item.number,
    item.note,
    item['container-title'],
    item.publisher,
    item.archive_location,
  ];
  for (const place of places) {
    const id = typeof place === 'string' ? findNamedArxiv(place) : undefined;
    if (id !== undefined) return id;
  }
  const { archive, archive_location: location } = item;
  const isThere = typeof archive === 'string' && /arxiv/i.test(archive) && typeof location === 'string';
  return isThere ? arxivAlone(location) : undefined;
}

function keywordsOf(item: CslItem): string[] {
  const raw: unknown = item.keyword ?? item.keywords ?? item.tags;
  const words = Array.isArray(raw) ? raw.filter((word) => typeof word === 'string') : splitKeywords(raw);
  return [...new Set(words.map((word) => nfc(word.trim())).filter(Boolean))];
}

function splitKeywords(raw: unknown): string[] {
  return typeof raw === 'string' ? raw.split(raw.includes(';') ? ';' : ',') : [];
}

/** CSL allows a little HTML in titles; it is for formatting, not for lists. */
function stripMarkup(title: string): string {
  return title
    .replace(/<\/?(?:i|b|em|strong|sub|sup|sc|span)(?: [^<>]{0,200})?>/gi, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function text(value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed ? nfc(trimmed) : undefined;
}

function nfc(value: string): string {
  return value.normalize('NFC');
}

/** A name by its parts alone. */
function personOf(name: CslName): CslName {
  const parts = NAME_PARTS.map((part) => [part, name[part]] as const).filter(([, text]) => text !== undefined);
  return Object.fromEntries(parts.map(([part, text]) => [part, nfc(text!)]));
}

/** The same without the fields that are undefined, so that equal papers have equal fields and caches stay small. */
function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}
