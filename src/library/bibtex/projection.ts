import types from '@citation-js/plugin-bibtex/lib/mapping/biblatexTypes.json';
import { range } from '../../base/position';
import type { Paper } from '../model/paper';
import type { BibRecord } from '../model/record';
import { findMoment } from '../model/moment';
import { arxivAlone, findNamedArxiv } from '../../base/identifiers/arxivId';
import { findDoi } from '../../base/identifiers/doi';
import { findIsbn } from '../model/isbn';
import { findPmcid, findPmid } from '../model/pubmed';
import { notedValue } from '../model/noteLine';
import { parseDate, parseYear, yearOfDate } from './bibDates';
import { parseFiles } from './bibFiles';
import { parseNames } from './bibNames';
import { cslType, isCslType } from '../formats/cslTypes';
import { languageVariant } from './languages';
import { latexToText } from './latex';
import { verbatimText } from './verbatim';
import { splitList } from './lists';
import { unescapedDoi } from './percent';
import { relationsOf } from './relations';

type Fields = ReadonlyMap<string, string>;

/** By entry type; what biblatex has beside a book or a periodical is a part of it, as is a book within a book. */
const CSL_TYPES = new Map<string, string>([
  ...Object.entries(types.source),
  ['bookinbook', 'chapter'],
  ['commentary', 'book'],
  ['suppbook', 'chapter'],
  ['suppcollection', 'chapter'],
  ['suppperiodical', 'article-journal'],
]);
/** The entry types by those of CSL. */
const WRITTEN_AS = new Map<string, string>(Object.entries(types.target));
const VENUES =
  'journaltitle journal shortjournal booktitle maintitle eventtitle institution school organization publisher howpublished'.split(
    ' ',
  );

/** The range of a paper whose place is not known yet. */
export const NOWHERE = range(0, 0, 0, 0);
/** The one empty list; thousands of entries share it. */
const NONE: readonly string[] = [];

/**
 * The light projection of an entry, for the tree, the search and the editor: what they need, in Unicode.
 * @param type lower-case entry type
 * @param fields LaTeX source by lower-case field name, macros expanded and inherited fields included
 */
export function projectEntry(key: string, type: string, fields: Fields, record: BibRecord): Paper {
  const names = parseNames(fields.get('author') ?? fields.get('editor') ?? '');
  const doi = findDoi(unescapedDoi(verbatimText(fields.get('doi') ?? ''))) ?? doiOfUrl(fields);
  return {
    statedKey: key === '' ? undefined : key,
    aliases: fields.has('ids') ? splitList(fields.get('ids')!) : NONE,
    type: typeOf(type, fields),
    title: titleOf(fields),
    authors: names.names,
    moreAuthors: names.others || undefined,
    year: yearOfFields(fields),
    venue: venueOf(fields),
    abstract: text(fields, 'abstract'),
    keywords: keywordsOf(fields),
    doi,
    arxiv: arxivOf(fields, doi),
    isbn: findIsbn(verbatimText(fields.get('isbn') ?? '')),
    pmid: findPmid(numberAt(fields, 'pmid', 'pubmed')),
    pmcid: findPmcid(numberAt(fields, 'pmcid', 'pmc')),
    url: urlOf(fields),
    added: firstDefined(ADDED, (name) => (fields.has(name) ? findMoment(fields.get(name)!) : undefined)),
    files: filesOf(fields),
    relations: relationsOf(fields),
    language: languageOf(fields),
    range: NOWHERE,
    record,
  };
}

/** The CSL type of an entry, by its type in lower case; those that BibTeX does not know go by the name that CSL or others have for it. */
export function typeOf(type: string, fields: Fields): string {
  const found = CSL_TYPES.get(type);
  if (found === 'article-journal' && fields.has('entrysubtype')) {
    const kind = fields.get('entrysubtype')!.trim().toLowerCase();
    return kind === 'magazine' || kind === 'newspaper' ? `article-${kind}` : found;
  }
  if (found !== undefined) return subtypeOf(type, fields) ?? found;
  const meant = cslType(type);
  return isCslType(meant) ? meant : 'document';
}

/** A type that CSL alone has, which stands as the subtype of the type that is written for it: an interview in `@misc`. */
function subtypeOf(type: string, fields: Fields): string | undefined {
  const stated = fields.get('entrysubtype')?.trim().toLowerCase();
  if (stated === undefined || !isCslType(stated)) return undefined;
  const written = WRITTEN_AS.get(stated);
  return type === 'misc' || type === written || (type === 'incollection' && written === 'inreference')
    ? stated
    : undefined;
}

/** The title with its subtitle. */
export function titleOf(fields: Fields): string {
  const title = text(fields, 'title') ?? text(fields, 'maintitle') ?? text(fields, 'booktitle') ?? '';
  const subtitle = text(fields, 'subtitle');
  return subtitle === undefined || title === '' ? title : withSubtitle(title, subtitle);
}

/** A title and its subtitle, with a colon between them unless the title ends in a sign of its own. */
export function withSubtitle(title: string, subtitle: string): string {
  return `${title}${/[?!:.…](?:<\/[^<>]{1,20}>)?$/.test(title) ? '' : ':'} ${subtitle}`;
}

function yearOfFields(fields: Fields): number | undefined {
  const date = fields.get('date');
  const year = fields.get('year');
  // Nearly all years are four digits, maybe in braces.
  const plain = /^\s*\{?(\d{4})\}?\s*$/.exec(date ?? year ?? '');
  if (plain) return Number(plain[1]);
  const found = date === undefined ? undefined : yearOfDate(parseDate(date));
  return found ?? (year === undefined ? undefined : yearOfDate(parseYear(year, undefined, undefined)));
}

function venueOf(fields: Fields): string | undefined {
  for (const name of VENUES) {
    const venue = fields.has(name) ? text(fields, name) : undefined;
    const ownTitle = (name === 'maintitle' || name === 'booktitle') && !fields.has('title');
    const link = name === 'howpublished' && venue !== undefined && /^https?:/.test(venue);
    if (venue !== undefined && !ownTitle && !link) return venue;
  }
  return undefined;
}

function keywordsOf(fields: Fields): readonly string[] {
  const [source, other] = [fields.get('keywords'), fields.get('keyword')].filter((each) => each !== undefined);
  if (other !== undefined) return [...new Set([source, other].flatMap((each) => splitList(latexToText(each))))];
  return source === undefined ? NONE : [...new Set(splitList(latexToText(source)))];
}

/** Fields in which programs have the link where `url` is none: BibDesk, DBLP, older managers of references. */
const LINKS = ['bdsk-url-1', 'ee', 'link'];

function urlOf(fields: Fields): string | undefined {
  const url = firstDefined(['url', ...LINKS], (name) => fields.get(name));
  if (url !== undefined) return linkOf(url);
  const published = fields.get('howpublished');
  return (published === undefined ? undefined : publishedLink(published)) ?? archiveLink(fields);
}

/** A link without its brackets and the line breaks of its field; the first of several. */
function linkOf(source: string): string | undefined {
  const plain = verbatimText(/[\r\n]/.test(source) ? source.replace(/\s*[\r\n]\s*/g, '') : source).replace(
    /^<(.*)>$/,
    '$1',
  );
  return plain.split(/[\s,;]+(?=https?:\/\/)/i, 1)[0] || undefined;
}

function publishedLink(published: string): string | undefined {
  const named = /\\(?:url|href)\s*(\{[^{}]*\})/.exec(published)?.[1];
  if (named !== undefined) return verbatimText(named) || undefined;
  const alone = verbatimText(published);
  return /^https?:\/\/\S+$/i.test(alone) ? alone : undefined;
}

/** Where the archives have an eprint that are no papers' archives with numbers of their own (biblatex's manual, 3.13.7). */
const ARCHIVES: ReadonlyMap<string, string> = new Map([
  ['jstor', 'https://www.jstor.org/stable/'],
  ['hdl', 'https://hdl.handle.net/'],
  ['googlebooks', 'https://books.google.com/books?id='],
]);

function archiveLink(fields: Fields): string | undefined {
  const start = ARCHIVES.get(archiveOf(fields) ?? '');
  const eprint = start === undefined ? '' : verbatimText(fields.get('eprint') ?? '');
  return eprint === '' ? undefined : /^https?:/i.test(eprint) ? eprint : start + eprint;
}

/** The archive of an eprint, in lower case. */
function archiveOf(fields: Fields): string | undefined {
  return (fields.get('eprinttype') ?? fields.get('archiveprefix'))?.replace(/[{}]/g, '').trim().toLowerCase();
}

/** Of BibDesk and Better BibTeX, CiteULike and BibSonomy, JabRef, older JabRef. */
const ADDED = ['date-added', 'dateadded', 'added-at', 'creationdate', 'timestamp'];

function filesOf(fields: Fields): Paper['files'] {
  const source = fields.get('file');
  const files = source === undefined ? [] : parseFiles(source);
  return files.length > 0 ? files : undefined;
}

/** The number of a paper in an archive: in the field of that name, as its eprint, or in a line of its note. */
function numberAt(fields: Fields, name: string, archive: string): string {
  const stated = fields.get(name);
  if (stated !== undefined) return verbatimText(stated);
  const type = archiveOf(fields);
  if (type === archive || type === name) return verbatimText(fields.get('eprint') ?? '');
  return verbatimText(notedValue(fields.get('note'), name) ?? '');
}

function doiOfUrl(fields: Fields): string | undefined {
  const url = fields.get('url');
  return url !== undefined && /doi\.org\//i.test(url) ? findDoi(verbatimText(url)) : undefined;
}

const ARXIV_PLACES = [
  'url',
  'journal',
  'journaltitle',
  'note',
  'howpublished',
  'number',
  'eid',
  'pages',
  'arxiv',
  'arxivid',
];
/** Where the number stands if something else says that the archive is arXiv: DBLP's `journal = {CoRR}, volume = {abs/1409.0473}`. */
const ARXIV_NUMBERS = ['volume', 'number', 'eid', 'pages'];

function arxivOf(fields: Fields, doi: string | undefined): string | undefined {
  const eprint = fields.get('eprint') ?? fields.get('arxivid') ?? fields.get('arxiv');
  const archive = archiveOf(fields);
  if (eprint !== undefined && (archive === undefined || archive.includes('arxiv'))) {
    const id = arxivAlone(verbatimText(eprint)) ?? oldArxiv(eprint, fields);
    if (id !== undefined) return id;
  }
  const named = findNamedArxiv(doi) ?? firstDefined(ARXIV_PLACES, (name) => findNamedArxiv(fields.get(name)));
  if (named !== undefined) return named;
  const container = fields.get('journal') ?? fields.get('journaltitle') ?? fields.get('publisher') ?? '';
  return /\b(?:corr|arxiv|computing research repository)\b/i.test(container)
    ? firstDefined(ARXIV_NUMBERS, (name) => arxivAlone((fields.get(name) ?? '').replace(/^\W*abs\//i, '')))
    : undefined;
}

/** An old number whose archive stands in a field of its own: `eprint = {9901001}, primaryClass = {hep-th}`. */
function oldArxiv(eprint: string, fields: Fields): string | undefined {
  const archive = (fields.get('eprintclass') ?? fields.get('primaryclass') ?? '').split('.')[0].trim();
  return /^\d{7}(?:v\d+)?$/.test(eprint.trim()) ? arxivAlone(`${archive}/${eprint.trim()}`) : undefined;
}

function languageOf(fields: Fields): string | undefined {
  const name = text(fields, 'langid') ?? text(fields, 'hyphenation');
  return name === undefined ? text(fields, 'language') : languageVariant(name, fields.get('langidopts'));
}

function firstDefined<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function text(fields: Fields, name: string): string | undefined {
  const source = fields.get(name);
  return source === undefined ? undefined : latexToText(source) || undefined;
}
