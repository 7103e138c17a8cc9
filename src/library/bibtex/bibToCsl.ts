import fieldTypes from '@citation-js/plugin-bibtex/lib/input/fieldTypes.json';
import { mapBiblatex } from '../formats/citationJs';
import type { CslDate, CslItem, CslName } from '../model/csl';
import type { Entry } from '../model/entry';
import type { BibRecord } from '../model/record';
import { parseDate, parseYear } from './bibDates';
import { parseNames } from './bibNames';
import { languageTag } from './languages';
import { latexToMarkup, latexToText } from './latex';
import { isAnnotation, setAnnotations } from './nameAnnotations';
import { setFurtherNames, setOwnNamed } from './ownNames';
import { verbatimText } from './verbatim';
import { withSubtitle } from './projection';
import { expandedFields, lowerCase } from './record';

const FIELD_TYPES = new Map<string, readonly string[]>(Object.entries(fieldTypes));
/** Titles whose braces protect case and whose markup a style may show. */
const TITLES = /title(?:addon)?$/;

/** The first of a variable counts; older names follow. */
const DATES = [
  ['urldate', 'accessed'],
  ['lastchecked', 'accessed'],
  ['accessed', 'accessed'],
  ['eventdate', 'event-date'],
  ['origdate', 'original-date'],
  ['origyear', 'original-date'],
] as const;
/** Parts of a whole by the types that the table has for such. */
const MAPPED_AS = new Map([
  ['suppbook', 'inbook'],
  ['bookinbook', 'inbook'],
  ['suppcollection', 'incollection'],
  ['suppperiodical', 'article'],
  ['conference', 'inproceedings'],
]);
/** Keys of biblatex's `pubstate` that are not the words they stand for. */
const STATES: Readonly<Record<string, string | undefined>> = { inpress: 'in press', inpreparation: 'in preparation' };
const NAMES = { author: 'author', editor: 'editor', translator: 'translator', bookauthor: 'container-author' } as const;

/** The full CSL item of a BibTeX entry. Which field becomes which variable is Citation.js's table; names, dates and text are ours. */
export function bibToCsl(entry: Entry, record: BibRecord): CslItem {
  const fields = expandedFields(record);
  const type = lowerCase(record.type);
  const properties = propertiesOf(fields);
  const item = mapBiblatex({ type: MAPPED_AS.get(type) ?? type, label: entry.citekey, properties });
  item.type = entry.type;
  setNames(item, fields);
  setDates(item, fields);
  setRest(item, properties);
  setFurtherNames(item, fields);
  setOwnNamed(item, fields);
  setAnnotations(item, fields, latexToText);
  if (entry.doi !== undefined) item.DOI = entry.doi;
  if (entry.url !== undefined) item.URL = entry.url;
  if (entry.language !== undefined) item.language = languageTag(entry.language);
  const volume = volumeTitle(fields);
  if (volume !== undefined) item['volume-title'] = volume;
  if (entry.arxiv !== undefined) setArxiv(item, entry.arxiv);
  if (entry.keywords.length > 0) item.keyword = entry.keywords.join(', ');
  return item;
}

/** Values in the form that the table takes: text, or a list where it joins one. Names and dates are set afterwards. */
function propertiesOf(fields: ReadonlyMap<string, string>): Record<string, unknown> {
  const properties = Object.create(null) as Record<string, unknown>;
  for (const [name, source] of fields) {
    const [form, kind] = FIELD_TYPES.get(name) ?? ['field', 'literal'];
    if (kind === 'name' || kind === 'date' || form === 'separated' || isAnnotation(name)) continue;
    if (['year', 'month', 'day', 'eprint', 'doi', 'url', 'langid', 'language'].includes(name)) continue;
    const value = valueOf(name, kind, source);
    if (value !== '') properties[name] = value;
  }
  joinSubtitles(properties);
  return properties;
}

/** Titles with their subtitles as lists show them; the table would put a colon behind a question mark. */
function joinSubtitles(properties: Record<string, unknown>): void {
  for (const prefix of ['', 'book', 'main', 'journal', 'issue']) {
    const [title, subtitle] = [properties[`${prefix}title`], properties[`${prefix}subtitle`]];
    if (typeof title !== 'string' || typeof subtitle !== 'string') continue;
    properties[`${prefix}title`] = withSubtitle(title, subtitle);
    delete properties[`${prefix}subtitle`];
  }
}

/** The title of the volume that a part stands in, where the whole has one of its own. */
function volumeTitle(fields: ReadonlyMap<string, string>): string | undefined {
  if (!fields.has('maintitle') || !fields.has('booktitle')) return undefined;
  const title = latexToMarkup(fields.get('booktitle')!);
  const subtitle = latexToMarkup(fields.get('booksubtitle') ?? '');
  return subtitle === '' ? title : withSubtitle(title, subtitle);
}

function valueOf(name: string, kind: string, source: string): string {
  if (kind === 'verbatim' || kind === 'uri') return verbatimText(source);
  if (TITLES.test(name)) return latexToMarkup(source);
  return kind === 'range' ? latexToText(source).replace(/[–—]/g, '-') : latexToText(source);
}

function setNames(item: CslItem, fields: ReadonlyMap<string, string>): void {
  for (const [field, variable] of Object.entries(NAMES)) {
    const source = fields.get(field);
    const names: CslName[] = source === undefined ? [] : [...parseNames(source).names];
    if (names.length > 0) item[variable] = names;
  }
}

function setDates(item: CslItem, fields: ReadonlyMap<string, string>): void {
  const issued = issuedOf(fields);
  if (issued) item.issued = issued;
  for (const [field, variable] of DATES) {
    const source = fields.get(field);
    const date = source === undefined ? undefined : parseDate(source);
    if (date) item[variable] ??= date;
  }
}

/** What the table has for some types only: the journal of any part, and the number, which with a series is that in the series. */
function setRest(item: CslItem, properties: Record<string, unknown>): void {
  const { journaltitle, number, series, pubstate, note, addendum } = properties;
  if (journaltitle !== undefined) item['container-title'] ??= journaltitle as string;
  if (number !== undefined) {
    const ofSeries = series !== undefined && item.issue !== undefined && item.type === 'paper-conference';
    if (ofSeries) delete item.issue;
    const isSaid = [item.issue, item.number, item['collection-number']].includes(number);
    if (!isSaid) item[series === undefined ? 'number' : 'collection-number'] ??= number;
  }
  if (typeof note === 'string' && typeof addendum === 'string') item.note = `${note.replace(/\.$/, '')}. ${addendum}`;
  if (typeof pubstate === 'string') item.status = STATES[pubstate.trim().toLowerCase()] ?? pubstate;
  // What tells the type is no genre beside it.
  if (item.genre === item.type) delete item.genre;
}

function issuedOf(fields: ReadonlyMap<string, string>): CslDate | undefined {
  const date = fields.get('date');
  if (date !== undefined) return parseDate(date);
  const year = fields.get('year');
  return year === undefined ? undefined : parseYear(year, fields.get('month'), fields.get('day'));
}

/** CSL has no variable for an eprint; a preprint's number is where styles look for it. */
function setArxiv(item: CslItem, arxiv: string): void {
  item.archive ??= 'arXiv';
  item.archive_location ??= arxiv;
  if (item['container-title'] === undefined && item.publisher === undefined) item.number ??= `arXiv:${arxiv}`;
}
