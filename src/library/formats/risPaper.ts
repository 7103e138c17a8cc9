import types from '@citation-js/plugin-ris/lib/spec/types.json';
import type { CslDate, CslName } from '../model/csl';
import type { Paper } from '../model/paper';
import type { RisRecord } from '../model/record';
import { findArxiv, findNamedArxiv } from '../../base/identifiers/arxivId';
import { findDoi } from '../../base/identifiers/doi';
import { findIsbn } from '../model/isbn';
import { findPmcid, findPmid } from '../model/pubmed';
import { parsePlainName } from '../model/names';
import { pathOfLink } from '../model/paperFile';

const CSL_TYPES = new Map<string, string>(Object.entries(types.RIS));

/** Tags by what they say, the usual one first. Programs disagree about several of them. */
const TAGS = {
  title: ['TI', 'T1', 'CT', 'BT', 'ST', 'T2', 'T3'],
  authors: ['AU', 'A1'],
  editors: ['A2', 'ED', 'A3'],
  year: ['PY', 'Y1', 'DA'],
  venue: ['T2', 'JF', 'BT', 'JO', 'JA', 'J2', 'T3', 'PB'],
  abstract: ['AB', 'N2'],
  doi: ['DO'],
  url: ['UR', 'L2'],
  files: ['L1', 'L4'],
  language: ['LA'],
  serial: ['SN'],
  key: ['ID'],
} as const;

/** What the tree, the search and the editor need of a RIS record. */
export function paperOfRis(record: RisRecord): Omit<Paper, 'range'> {
  const all = (names: readonly string[]) => record.tags.filter(([tag, value]) => names.includes(tag) && value !== '');
  const first = (names: readonly string[]) => {
    for (const name of names) {
      const found = record.tags.find(([tag, value]) => tag === name && value !== '');
      if (found) return found[1];
    }
    return undefined;
  };
  const links = all(TAGS.url).flatMap(([, value]) => linksOf(value));
  const doi =
    findDoi(first(TAGS.doi) ?? '') ??
    all(['M3', 'N1', 'M1'])
      .map(([tag, value]) => (isDoi(tag, value) ? findDoi(value) : undefined))
      .find(Boolean) ??
    findDoi(links.find((url) => /doi\.org/i.test(url)) ?? '');
  const title = first(TAGS.title) ?? '';
  const venue = first(TAGS.venue);
  const url = links[0];
  const names = all(TAGS.authors);
  // The accession number is PubMed's where the record says that it is from there.
  const isFromPubmed = all(['DB', 'DP']).some(([, base]) => /pubmed|medline/i.test(base));
  const pubmed = all(['AN', 'UR', 'L2']).map(([tag, value]) =>
    tag === 'AN' && !isFromPubmed ? named(value, 'pmid') : value,
  );
  return {
    statedKey: first(TAGS.key),
    aliases: [],
    type: CSL_TYPES.get(risType(record)) ?? 'document',
    title,
    authors: (names.length > 0 ? names : all(TAGS.editors)).map(([, name]) => risName(name)),
    year: yearOfRis(first(TAGS.year)),
    venue: venue === title ? undefined : venue,
    abstract: first(TAGS.abstract),
    keywords: [
      ...new Set(
        all(['KW'])
          .flatMap(([, words]) => words.split(/[;\n]/).map((word) => word.trim()))
          .filter(Boolean),
      ),
    ],
    doi,
    arxiv: findNamedArxiv(doi) ?? findNamedArxiv(url) ?? arxivNumber(first(['M1', 'C7', 'AN'])),
    isbn: all(TAGS.serial)
      .map(([, value]) => findIsbn(value))
      .find(Boolean),
    pmid: pubmed.map(findPmid).find(Boolean),
    pmcid: all(['C2'])
      .map(([, value]) => (/pmc/i.test(value) ? findPmcid(value) : undefined))
      .find(Boolean),
    url,
    files: filesOf(all(TAGS.files).map(([, link]) => link)),
    language: first(TAGS.language),
    record,
  };
}

/** Whether a value says that it is a DOI, or stands where some programs write one. */
function isDoi(tag: string, value: string): boolean {
  if (/^doi:/i.test(value)) return true;
  return tag === 'M3' && /^(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/)?10\.\d{4,9}(?:\/|%2f)\S+$/i.test(value.trim());
}

/** The links of a value, which some programs list in one line: `https://a.example; https://b.example`. */
function linksOf(value: string): string[] {
  return value
    .split(/\s*[;,]\s*(?=https?:\/\/)|\s+(?=https?:\/\/)/i)
    .map((link) => link.replace(/^<(.*)>$/, '$1'))
    .filter(Boolean);
}

/**
 * A name as RIS has it, *Last, First, Suffix*; without a comma it is one part, as Zotero reads it: a body, or an odd order.
 * EndNote has a comma behind bodies.
 */
export function risName(name: string): CslName {
  const body = name.trim().replace(/,$/, '');
  return body.includes(',') ? parsePlainName(name) : { literal: body.replace(/\s+/g, ' ').trim() };
}

function filesOf(links: readonly string[]): Paper['files'] {
  const files = links.map((link) => ({ path: pathOfLink(link) }));
  return files.length > 0 ? files : undefined;
}

/** The text where it names what it is; else nothing. */
function named(text: string, name: string): string {
  return text.toLowerCase().startsWith(name) ? text : '';
}

/** The type, with a common misspelling put right. */
export function risType({ tags }: RisRecord): string {
  const type = tags.find(([tag]) => tag === 'TY')?.[1].toUpperCase() ?? '';
  return type === 'JOURN' ? 'JOUR' : type;
}

/** A RIS date, `1991/03/05/Spring`, where every part but the year may be empty; also `1991-03-05`. */
export function risDate(text: string | undefined): CslDate | undefined {
  if (text === undefined) return undefined;
  const isIso = /^\d{4}-\d{1,2}(?:-\d{1,2})?$/.test(text.trim());
  const [year, month, day, ...rest] = text.split(isIso ? '-' : '/').map((part) => part.trim());
  if (!/^\d{1,4}$/.test(year)) return { raw: text };
  // Days and months first, in an order that nobody can tell: the year alone is sure.
  const last = /^\d{1,2}\/\d{1,2}\/(\d{4})$/.exec(text.trim())?.[1];
  if (last !== undefined) return { 'date-parts': [[Number(last)]], literal: text };
  const parts = [Number(year)];
  if (/^\d{1,2}$/.test(month ?? '') && Number(month) > 0 && Number(month) < 13) {
    parts.push(Number(month));
    if (/^\d{1,2}$/.test(day ?? '') && Number(day) > 0 && Number(day) < 32) parts.push(Number(day));
  }
  const other = rest.join('/');
  return other === '' ? { 'date-parts': [parts] } : { 'date-parts': [parts], literal: text };
}

function yearOfRis(text: string | undefined): number | undefined {
  const year = /\d{4}/.exec(text?.slice(0, 100) ?? '')?.[0];
  return year === undefined ? undefined : Number(year);
}

function arxivNumber(text: string | undefined): string | undefined {
  return text !== undefined && /arxiv/i.test(text) ? findArxiv(text) : undefined;
}
