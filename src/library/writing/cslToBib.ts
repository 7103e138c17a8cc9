import types from '@citation-js/plugin-bibtex/lib/mapping/biblatexTypes.json';
import { writeFiles } from '../bibtex/bibFiles';
import { languageName } from '../bibtex/languages';
import type { CslDate, CslItem, CslName } from '../model/csl';
import type { PaperFile } from '../model/paperFile';
import { fieldSource } from './bibFieldText';
import type { BibStyle } from './bibStyle';
import { containerToLatex, markupToLatex, namesToLatex, textToLatex, titleToLatex } from './toLatex';
import { biblatexDate, type BibtexDate, bibtexDate, wordsOfDate } from './writtenDates';
import type { WrittenEntry } from './entryToWrite';

const BIBLATEX_TYPES = new Map<string, string>(Object.entries(types.target));
/** BibTeX's own names of the types that biblatex calls otherwise. */
const BIBTEX_TYPES = new Map([
  ['report', 'techreport'],
  ['thesis', 'phdthesis'],
  ['inreference', 'incollection'],
  ['unpublished', 'unpublished'],
]);
const BIBTEX_OWN = /^(?:article|book|inbook|incollection|inproceedings|proceedings|manual)$/;
const MASTERS = /\bmaster|\bm\.?\s?(?:sc|a|phil)\b\.?|\bdiplom/i;
/** What the entry types for theses say by themselves. */
const OWN_MASTERS = /^master(?:['’]?s)?[ -]?thesis$/i;
const DOCTORAL = /^(?:ph\.?\s?d\.?[ -]?(?:thesis)?|doctoral thesis)$/i;

/** An entry on its way to BibTeX. */
interface Source {
  readonly entry: WrittenEntry;
  readonly item: CslItem;
  readonly style: BibStyle;
}

/** A field by its name in BibTeX and, where that differs, in biblatex; '' where one of them has no such field. */
interface Row {
  readonly name: string;
  readonly biblatex?: string;
  readonly source: (from: Source) => string;
  /** Whether it belongs to the list that the entry stands in, rather than to the paper; or stays there where others do not say it. */
  readonly ofList?: true;
}

const text =
  (variable: string) =>
  ({ item }: Source): string =>
    plain(item[variable]);

/** Dates that only biblatex has, whoever else reads them. */
function day(variable: string): Row['source'] {
  return ({ item }) => {
    const date = item[variable] as CslDate | undefined;
    return biblatexDate(date) || textToLatex(wordsOfDate(date));
  };
}

const names =
  (variable: string) =>
  ({ item, style }: Source): string =>
    Array.isArray(item[variable]) ? namesToLatex(item[variable] as CslName[], false, style.biblatex) : '';

/** The fields in the order that people write them. BibTeX's styles pass over those that only biblatex and managers of references know. */
const ROWS: readonly Row[] = [
  { name: 'author', source: authors },
  { name: 'bookauthor', source: names('container-author') },
  { name: 'editor', source: names('editor') },
  { name: 'translator', source: names('translator') },
  { name: 'title', source: (from) => title(from, from.item.title, from.entry.title) },
  { name: 'shorttitle', source: (from) => title(from, from.item['title-short']) },
  { name: 'journal', biblatex: 'journaltitle', source: (from) => (isArticle(from) ? container(from) : '') },
  {
    name: 'shortjournal',
    source: (from) => (isArticle(from) ? text('container-title-short')(from) : ''),
  },
  { name: 'booktitle', source: bookTitle },
  { name: '', biblatex: 'maintitle', source: (from) => (inVolume(from) ? container(from) : '') },
  { name: 'institution', source: (from) => (from.entry.type === 'report' ? publisher(from) : '') },
  {
    name: 'school',
    biblatex: 'institution',
    source: (from) => (from.entry.type === 'thesis' ? publisher(from) : ''),
  },
  { name: 'publisher', source: (from) => (/^(?:report|thesis)$/.test(from.entry.type) ? '' : publisher(from)) },
  { name: 'address', biblatex: 'location', source: text('publisher-place') },
  { name: 'type', source: genre },
  { name: 'entrysubtype', ofList: true, source: subtype },
  { name: 'year', biblatex: '', source: part('year') },
  { name: 'month', biblatex: '', source: part('month') },
  { name: 'day', biblatex: '', source: part('day') },
  { name: '', biblatex: 'date', source: ({ item }) => biblatexDate(item.issued) },
  // biblatex prints a year that is no number as it is, and has no use for a date that is none.
  { name: '', biblatex: 'year', source: ({ item }) => textToLatex(wordsOfDate(item.issued)) },
  { name: 'volume', source: text('volume') },
  { name: 'number', source: numberOf },
  { name: 'eid', source: (from) => (/^article/.test(from.entry.type) ? ownNumber(from.item) : '') },
  { name: 'pages', source: ({ item }) => plain(item.page).replace(/(?<=\d)[-–](?=\d)/g, '--') },
  { name: 'edition', source: text('edition') },
  { name: 'series', source: (from) => containing(from, from.item['collection-title']) },
  { name: 'volumes', ofList: true, source: text('number-of-volumes') },
  { name: 'part', ofList: true, source: text('part-number') },
  { name: 'chapter', ofList: true, source: text('chapter-number') },
  { name: 'pagetotal', ofList: true, source: text('number-of-pages') },
  { name: 'version', ofList: true, source: text('version') },
  { name: 'eventtitle', source: text('event-title') },
  { name: 'eventdate', ofList: true, source: day('event-date') },
  { name: 'venue', ofList: true, source: text('event-place') },
  { name: 'origtitle', ofList: true, source: text('original-title') },
  { name: 'origdate', ofList: true, source: day('original-date') },
  { name: 'origpublisher', ofList: true, source: text('original-publisher') },
  { name: 'origlocation', ofList: true, source: text('original-publisher-place') },
  { name: 'pubstate', ofList: true, source: ({ item }) => state(asText(item.status)) },
  { name: 'isbn', source: text('ISBN') },
  { name: 'issn', source: text('ISSN') },
  { name: 'doi', source: ({ entry }) => verbatim('doi', entry.doi ?? asText(entry.csl.DOI)) },
  { name: 'eprint', source: ({ entry }) => verbatim('eprint', entry.arxiv) },
  { name: 'archiveprefix', biblatex: 'eprinttype', source: ({ entry }) => (entry.arxiv ? 'arXiv' : '') },
  { name: 'pmid', source: text('PMID') },
  { name: 'pmcid', source: text('PMCID') },
  { name: 'url', source: ({ entry }) => verbatim('url', entry.url ?? asText(entry.csl.URL)) },
  { name: 'file', ofList: true, source: ({ entry }) => files(entry.files ?? []) },
  { name: 'creationdate', ofList: true, source: ({ entry }) => plain(entry.added) },
  { name: 'urldate', source: day('accessed') },
  { name: 'library', ofList: true, source: text('call-number') },
  { name: '', biblatex: 'langid', source: ({ entry }) => languageName(entry.language ?? '') ?? '' },
  { name: 'language', source: language },
  { name: 'keywords', source: ({ entry }) => plain(entry.keywords.join(', ')) },
  { name: 'note', source: note },
  { name: 'annote', biblatex: 'annotation', ofList: true, source: text('annote') },
  { name: 'abstract', source: ({ entry }) => plain(entry.abstract) },
];

/** Lower-case names of all fields of a paper that are ever written, in either dialect. */
export const WRITTEN_FIELDS: ReadonlySet<string> = new Set(
  ROWS.filter(({ ofList }) => !ofList).flatMap(({ name, biblatex = '' }) => [name, biblatex]),
);

/** What a CSL item says as fields of an entry, their values as LaTeX source. */
export function bibFieldsOf(entry: WrittenEntry, style: BibStyle): [name: string, source: string][] {
  const from = { entry, item: entry.csl, style };
  return ROWS.map((row): [string, string] => {
    const name = style.biblatex ? (row.biblatex ?? row.name) : row.name;
    return [name, name === '' ? '' : row.source(from)];
  }).filter(([, source]) => source !== '');
}

/** The entry type for a CSL item. */
export function bibTypeOf({ type, csl: item }: WrittenEntry, style: BibStyle): string {
  // btxdoc: a part of a book with a title of its own is `incollection`; biblatex keeps that for books of several authors.
  if (type === 'chapter' && item['container-title'] && (item.editor || !style.biblatex)) return 'incollection';
  const biblatex = BIBLATEX_TYPES.get(type) ?? 'misc';
  if (style.biblatex) return biblatex;
  if (biblatex === 'thesis' && MASTERS.test(asText(item.genre))) return 'mastersthesis';
  return BIBTEX_TYPES.get(biblatex) ?? (BIBTEX_OWN.test(biblatex) ? biblatex : 'misc');
}

function authors({ entry, item, style }: Source): string {
  return entry.authors.length > 0 && item.author
    ? namesToLatex(entry.authors, entry.moreAuthors ?? false, style.biblatex)
    : '';
}

/** A title; where the item is CSL, with the markup that CSL has in titles. */
function title({ entry }: Source, value: unknown, otherwise?: string): string {
  return hasMarkup(entry) ? markupToLatex(asText(value)) : titleToLatex(otherwise ?? asText(value));
}

/** The title of what an entry stands in. */
function containing({ entry }: Source, value: unknown): string {
  return hasMarkup(entry) ? containerToLatex(asText(value)) : plain(value);
}

function hasMarkup({ record }: WrittenEntry): boolean {
  return record.format === 'csl-json' || record.format === 'csl-yaml';
}

function container(from: Source): string {
  return containing(from, from.item['container-title']);
}

function publisher(from: Source): string {
  return plain(from.item.publisher);
}

function isArticle({ entry }: Source): boolean {
  return /^(?:article-|review)/.test(entry.type);
}

/** CSL's `article` is a preprint or the like, which stands in nothing. */
function isPreprint({ entry }: Source): boolean {
  return entry.type === 'article';
}

/** Whether the entry type for theses says what kind of one it is. */
export function isSaidByType({ type, csl }: WrittenEntry): boolean {
  const value = asText(csl.genre).trim();
  return type === 'thesis' && (OWN_MASTERS.test(value) || DOCTORAL.test(value));
}

/** What kind of thesis or report it is, where the entry type does not say so. */
function genre({ entry, item, style }: Source): string {
  const value = asText(item.genre).trim();
  if (entry.type === 'report') return textToLatex(value);
  if (entry.type !== 'thesis') return '';
  if (OWN_MASTERS.test(value)) return style.biblatex ? 'mathesis' : '';
  if (value === '' || DOCTORAL.test(value)) return style.biblatex ? 'phdthesis' : '';
  return textToLatex(value);
}

/** What kind of article or of anything else it is, for which only biblatex has a field. */
function subtype({ entry, item }: Source): string {
  const kind = /^article-(magazine|newspaper)$/.exec(entry.type)?.[1];
  return kind ?? (/^(?:report|thesis)$/.test(entry.type) ? '' : plain(item.genre));
}

/** Entry types whose `number` is that in the series. */
const IN_SERIES = /^(?:book|inbook|incollection)$/;

/** What readers take for the number of a type: of a journal's issue, in a series, or of the work itself. */
function numberOf({ entry, item, style }: Source): string {
  if (/^article/.test(entry.type)) return plain(item.issue);
  const isInSeries = IN_SERIES.test(bibTypeOf(entry, style)) || item['collection-title'] !== undefined;
  const inSeries = isInSeries ? plain(item['collection-number']) : '';
  if (entry.type === 'paper-conference') return (isInSeries ? inSeries : plain(item.issue)) || ownNumber(item);
  return NUMBERED.test(entry.type) ? ownNumber(item) || inSeries : inSeries || ownNumber(item);
}

/** What has a number of its own, which says more than that in its series. */
const NUMBERED = /^(?:report|patent|standard|legislation|bill)$/;

function ownNumber(item: CslItem): string {
  const value = plain(item.number);
  return /^arxiv:/i.test(value) ? '' : value;
}

/** A preprint's container has no field of its own. */
function note(from: Source): string {
  const { item } = from;
  return [isPreprint(from) ? container(from) : '', plain(item.note)].filter(Boolean).join('. ');
}

function part(name: keyof BibtexDate): Row['source'] {
  return ({ item }) => bibtexDate(item.issued)[name].split('--').map(textToLatex).join('--');
}

/** Where biblatex's `langid` cannot say it, or is not there to. */
function language({ entry, style }: Source): string {
  const stated = entry.language ?? '';
  return style.biblatex && languageName(stated) !== undefined ? '' : plain(stated);
}

/** The title of what stands around it; in biblatex of its volume, where the whole has a title of its own. */
function bookTitle(from: Source): string {
  if (isArticle(from) || isPreprint(from)) return '';
  return inVolume(from) ? containing(from, from.item['volume-title']) : container(from);
}

function inVolume({ entry, item, style }: Source): boolean {
  return style.biblatex && entry.type === 'chapter' && asText(item['volume-title']) !== '';
}

/** The keys that biblatex has for these words. */
function state(status: string): string {
  return textToLatex(/^in (?:press|preparation)$/i.test(status) ? status.replace(' ', '').toLowerCase() : status);
}

function verbatim(name: string, value: string | undefined): string {
  return fieldSource(name, value ?? '') ?? '';
}

/** Attached files; one whose name has braces cannot stand in a field. */
function files(attached: readonly PaperFile[]): string {
  return verbatim('file', writeFiles(attached.filter(({ path, title = '' }) => !/[{}]/.test(path + title))));
}

function plain(value: unknown): string {
  return textToLatex(asText(value));
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
