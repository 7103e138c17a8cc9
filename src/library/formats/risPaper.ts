import type { CslDate, CslName } from '../model/csl';
import type { Paper } from '../model/paper';
import type { RisRecord } from '../model/record';
import { findArxiv, findNamedArxiv } from '../../base/identifiers/arxivId';
import { findDoi } from '../../base/identifiers/doi';
import { findIsbn } from '../model/isbn';
import { findPmcid, findPmid } from '../model/pubmed';
import { isSuffix, namesBetweenCommas, parsePlainName } from '../model/names';
import { monthOf, readDate } from '../model/writtenDate';
import { yearOf } from './cslItem';
import { pathOfLink } from '../model/paperFile';
import { extraOf, extraType } from './risExtra';
import { cslTypeOfRis } from './risTypes';

/** Tags by what they say, the usual one first. Programs disagree about several of them. */
const TAGS = {
  title: ['TI', 'T1', 'CT', 'BT', 'ST', 'T2', 'T3'],
  authors: ['AU', 'A1'],
  editors: ['A2', 'ED', 'A3'],
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
  // What L2 has may be a file beside the list.
  const isLink = (tag: string, value: string) => tag !== 'L2' || /^(?:https?:|www\.|<|doi:|10\.)/i.test(value);
  const extra = extraOf(record);
  const inExtra = (name: string) => extra.find((line) => line[0] === name)?.[1] ?? '';
  const links = all(TAGS.url).flatMap(([tag, value]) => (isLink(tag, value) ? linksOf(value) : []));
  const doi =
    findDoi(first(TAGS.doi) ?? '') ??
    all(['M3', 'N1', 'M1'])
      .map(([tag, value]) => (isDoi(tag, value) ? findDoi(value) : undefined))
      .find(Boolean) ??
    findDoi(links.find((url) => /doi\.org/i.test(url)) ?? inExtra('DOI'));
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
    type: extraType(extra) ?? cslTypeOfRis(risType(record)),
    title,
    authors: (names.length > 0 ? names : all(TAGS.editors)).flatMap(([, name]) => risNames(name)),
    year: yearOf(risIssued(first(['PY', 'Y1']), first(['DA']))),
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
    pmid: [...pubmed, inExtra('PMID')].map(findPmid).find(Boolean),
    pmcid:
      all(['C2'])
        .map(([, value]) => (/pmc/i.test(value) ? findPmcid(value) : undefined))
        .find(Boolean) ?? findPmcid(inExtra('PMCID')),
    url,
    files: filesOf(
      all([...TAGS.files, 'L2'])
        .filter(([tag, value]) => tag !== 'L2' || !isLink(tag, value))
        .map(([, link]) => link),
    ),
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

/** The names of a value; some programs list several in one: `Ito, Emi; Kato, Bo`. */
export function risNames(value: string): CslName[] {
  if (!/;\s|\sand\s/.test(value)) return (namesBetweenCommas(value) ?? [value]).map(risName);
  const parts = value.split(/;\s+|\s+and\s+/).filter(Boolean);
  return (parts.every((part) => part.includes(',')) ? parts : [value]).map(risName);
}

/**
 * A name as RIS has it, *Last, First, Suffix*; without a comma it is one part, as Zotero reads it: a body, or an odd order.
 * EndNote has a comma behind bodies, and two for the first of a body's own: `ACME,, Inc.`
 */
function risName(name: string): CslName {
  const body = name.trim().replace(/\s+/g, ' ').replace(/,$/, '');
  const [, last, rest] = /^([^,]+),\s?,\s?([^]+)$/.exec(body) ?? [];
  if (last !== undefined) return isSuffix(rest) ? { family: last, suffix: rest } : { literal: `${last}, ${rest}` };
  return body.includes(',') ? parsePlainName(name) : { literal: body };
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

/** As nearly all of them are. */
const USUAL_DATE = /^(\d{4})(?:\/(0?[1-9]|1[0-2])(?:\/(0?[1-9]|[12]\d|3[01]))?)?\/{0,3}$/;

/** A RIS date, `1991/03/05/Spring`, where every part may be empty; also dates in other forms. */
export function risDate(text: string | undefined): CslDate | undefined {
  if (text === undefined) return undefined;
  const usual = USUAL_DATE.exec(text);
  if (usual) return { 'date-parts': [usual.slice(1).filter(Boolean).map(Number)] };
  const [year, month = '', day = '', ...rest] = text.split('/').map((part) => part.trim());
  const other = rest.join('/').trim();
  const read = readDate(text) ?? (other === '' ? undefined : dateBehind(year, other, month === ''));
  if (read !== undefined) return read;
  if (year === '' && other !== '') return { literal: other };
  // Days and months first, in an order that nobody can tell: the year alone is sure.
  const last = /^\d{1,2}\/\d{1,2}\/(\d{4})$/.exec(text.trim())?.[1];
  if (last !== undefined) return { 'date-parts': [[Number(last)]], literal: text };
  if (!/^\d{1,4}$/.test(year)) return { raw: text };
  const parts = [Number(year)];
  const number = /^\d{1,2}$/.test(month) ? Number(month) : (monthOf(month) ?? 0);
  if (number > 0 && number < 13) {
    parts.push(number);
    if (/^\d{1,2}$/.test(day) && Number(day) > 0 && Number(day) < 32) parts.push(Number(day));
  }
  const isDay = parts.length === 3 || other === '';
  return isDay ? { 'date-parts': [parts] } : { 'date-parts': [parts], literal: `${other} ${year}` };
}

/** What stands behind the last stroke, where it says the date, or with the year what part of it: `Spring`, `Summer 2020`. */
function dateBehind(year: string, other: string, isYearAlone: boolean): CslDate | undefined {
  const date = readDate(other) ?? (isYearAlone ? readDate(`${other} ${year}`) : undefined);
  const stated = date?.['date-parts']?.[0]?.[0];
  return year === '' || Number(year) === stated ? date : undefined;
}

/** When something appeared: by the year, and by a date that says more of it, if it is of that year, or only a part of one (`May 3`). */
export function risIssued(year: string | undefined, date: string | undefined): CslDate | undefined {
  const stated = risDate(year);
  if (date === undefined) return stated;
  const number = stated?.['date-parts']?.[0]?.[0];
  const within =
    number === undefined || /^\d{4}/.test(date) ? undefined : readDate(`${date.replace(/\/+$/, '')} ${number}`);
  const full = within ?? risDate(date);
  const of = full?.['date-parts']?.[0]?.[0];
  if (number !== undefined && of !== number) return stated;
  return says(full) >= says(stated) ? (full ?? stated) : stated;
}

function says(date: CslDate | undefined): number {
  const parts = date?.['date-parts'] ?? [];
  return (parts.at(0)?.length ?? 0) + parts.length + (date?.season === undefined ? 0 : 1);
}

function arxivNumber(text: string | undefined): string | undefined {
  return text !== undefined && /arxiv/i.test(text) ? findArxiv(text) : undefined;
}
