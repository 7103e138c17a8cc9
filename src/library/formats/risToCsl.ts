import { setAnnotations } from '../bibtex/nameAnnotations';
import type { CslDate, CslItem } from '../model/csl';
import type { Entry } from '../model/entry';
import { findIsbn } from '../model/isbn';
import type { RisRecord } from '../model/record';
import { isDateVariable, isNameVariable } from './cslVariables';
import { extraVariables } from './extraLines';
import { bibFieldsIn, extraOf, isExtra } from './risExtra';
import { risDate, risIssued, risNames, risType } from './risPaper';
import { TABLE_TAGS, variableOfTag } from './risVariables';

type Values = ReadonlyMap<string, readonly string[]>;

/** The full CSL item of a RIS record. */
export function risToCsl(entry: Entry, record: RisRecord): CslItem {
  const values = valuesByTag(record);
  const type = risType(record);
  const item: CslItem = { id: entry.citekey, type: entry.type, title: entry.title };
  setAuthors(item, entry, values, type);
  setPages(item, values);
  for (const tag of TABLE_TAGS) setVariable(item, tag, type, values.get(tag) ?? []);
  setContainer(item, entry, values, type);
  setSerials(item, values.get('SN') ?? [], type);
  setDates(item, values);
  setFields(item, entry);
  Object.assign(item, extraVariables(extraOf(record)));
  setAnnotations(item, bibFieldsIn(record), (text) => text);
  return item;
}

/** Records whose authors did something else, too. */
const AUTHORS_AS: Readonly<Record<string, string | undefined>> = { MPCT: 'director', MUSIC: 'composer' };

function setAuthors(item: CslItem, { authors }: Entry, values: Values, type: string): void {
  if (authors.length === 0 || !(values.has('AU') || values.has('A1'))) return;
  const names = () => authors.map((name) => ({ ...name }));
  if (type === 'EDBOOK') item.editor = names();
  else item.author = names();
  const also = AUTHORS_AS[type];
  if (also !== undefined) item[also] = names();
}

/** First and last page, wherever programs put them. */
function setPages(item: CslItem, values: Values): void {
  const [start, end] = [values.get('SP')?.[0], values.get('EP')?.[0]];
  if (start === undefined) {
    if (end !== undefined) item.page = end;
  } else if (/\d\s*[-–]\s*\w/.test(start)) item.page = start;
  else if (end !== undefined && /\d/.test(start)) item.page = start === end ? start : `${start}-${end}`;
}

/** What a tag says by the table. */
function setVariable(item: CslItem, tag: string, type: string, all: readonly string[]): void {
  const variable = variableOfTag(tag, type);
  if (variable === undefined || all.length === 0 || (tag === 'SP' && item.page !== undefined)) return;
  if (isNameVariable(variable)) setPeople(item, variable, all);
  else if (isDateVariable(variable)) setDate(item, variable, all[0]);
  else if (variable === 'note') item.note = [item.note, ...all].filter(Boolean).join('\n');
  else if (variable !== 'genre' || !DOI.test(all[0])) item[variable] ??= all[0];
}

/** Some programs have it for the type of a work. */
const DOI = /^(?:doi:|(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|10\.\d{4,9}\/)/i;

/** The names of further tags follow; one that stands in several is there once. */
function setPeople(item: CslItem, variable: string, all: readonly string[]): void {
  const names = [...((item[variable] as object[] | undefined) ?? []), ...all.flatMap(risNames)];
  item[variable] = [...new Map(names.map((name) => [JSON.stringify(name), name])).values()];
}

/** A date; what is none, such as `2nd` where PubMed has the day of the electronic version, is an edition. */
function setDate(item: CslItem, variable: string, text: string): void {
  const date = risDate(text);
  if (variable === 'available-date' && date?.['date-parts'] === undefined) item.edition ??= text;
  else if (date) item[variable] ??= date;
}

const SERIES = new Set('BOOK CLSWK COMP CTLG EDBOOK MANSCPT MAP MULTI RPRT UNPB'.split(' '));
const isConference = (type: string) => type === 'CONF' || type === 'CPAPER';
const COMMITTEES = ['HEAR', 'STAND'];

/** Whether records of a type have the title of their series where others have that of what they stand in. */
export function hasSeriesFirst(type: string): boolean {
  return SERIES.has(type);
}

function setContainer(item: CslItem, entry: Entry, values: Values, type: string): void {
  const first = (tag: string) => values.get(tag)?.[0];
  const { venue } = entry;
  const second = first('T2');
  const [series, proceedings] = [first('T3'), first('C3')];
  const short = first('J2') ?? first('JA') ?? first('JO');
  if (short === venue) delete item['container-title-short'];
  else if (short !== undefined) item['container-title-short'] = short;
  if (isConference(type) && proceedings !== undefined) {
    item['container-title'] = proceedings;
    if (second !== undefined && second !== proceedings) item['event-title'] = second;
    return;
  }
  if (venue === undefined || (venue !== second && (venue === series || venue === first('PB')))) return;
  if (venue === second && COMMITTEES.includes(type)) item.section ??= venue;
  else if (venue === second && hasSeriesFirst(type) && series === undefined) item['collection-title'] = venue;
  else item['container-title'] = venue;
}

/** Whether the serial number of a record of a type may be its own. */
export function isNumbered(type: string): boolean {
  return /^(?:LEGAL|PAT|RPRT|STAND|STAT)$/.test(type);
}

/** The numbers of a book and of a series by what they look like, whatever the type. */
function setSerials(item: CslItem, stated: readonly string[], type: string): void {
  const isbn = stated.find((value) => findIsbn(value) !== undefined);
  const own = isNumbered(type) ? stated.find((value) => value !== isbn) : undefined;
  const issn = stated.find(
    (value) => value !== own && findIsbn(value) === undefined && /^\d{4}-?\d{3}[\dX](?!\d)/i.test(value.trim()),
  );
  if (own !== undefined) item.number ??= own;
  if (issn !== undefined) item.ISSN = issn;
  if (isbn !== undefined && own === undefined) item.ISBN = isbn;
}

function setDates(item: CslItem, values: Values): void {
  const first = (tag: string) => values.get(tag)?.[0];
  const issued = risIssued(first('PY') ?? first('Y1'), first('DA'));
  if (issued) item.issued = issued;
  const accessed: CslDate | undefined = risDate(first('Y2'));
  if (accessed) item.accessed = accessed;
}

function setFields(item: CslItem, entry: Entry): void {
  if (entry.arxiv !== undefined) {
    item.archive ??= 'arXiv';
    item.archive_location ??= entry.arxiv;
  }
  if (entry.abstract !== undefined) item.abstract = entry.abstract;
  if (entry.keywords.length > 0) item.keyword = entry.keywords.join(', ');
  if (entry.language !== undefined) item.language = entry.language;
  if (entry.doi !== undefined) item.DOI = entry.doi;
  if (entry.url !== undefined) item.URL = entry.url;
}

function valuesByTag(record: RisRecord): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [tag, value] of record.tags) {
    if (value === '' || isExtra(tag, value)) continue;
    const list = values.get(tag);
    if (list) list.push(value);
    else values.set(tag, [value]);
  }
  return values;
}
