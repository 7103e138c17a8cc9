import types from '@citation-js/plugin-bibtex/lib/mapping/biblatexTypes.json';
import { bibFields, bibKey, lowerCase } from '../bibtex/record';
import type { BibRecord } from '../model/record';
import type { CslDate, CslItem } from '../model/csl';
import type { Entry } from '../model/entry';
import { toCsl } from '../formats/toCsl';
import { DEFAULT_STYLE, type BibStyle } from './bibStyle';
import { namesToLatex, textToLatex, titleToLatex } from './toLatex';

const BIBLATEX_TYPES = new Map<string, string>(Object.entries(types.target));
/** BibTeX's own names of the types that biblatex calls otherwise. */
const BIBTEX_TYPES = new Map([
  ['online', 'misc'],
  ['report', 'techreport'],
  ['thesis', 'phdthesis'],
  ['dataset', 'misc'],
  ['software', 'misc'],
  ['inreference', 'inbook'],
  ['unpublished', 'unpublished'],
]);

/**
 * The entry as BibTeX. One that was read from BibTeX comes as it was written, made complete where it used macros or
 * inherited fields; any other is written anew in the given style.
 */
export function toBibtex(entry: Entry, style: BibStyle = DEFAULT_STYLE): string {
  const { record } = entry;
  if (record.format === 'bibtex')
    return record.resolved || bibKey(record) !== entry.citekey ? completed(entry, record, style) : record.text;
  return writeEntry(typeOf(entry.type, style), entry.citekey, fieldsOf(entry, toCsl(entry), style), style);
}

/** Writes an entry from fields whose values are LaTeX source. */
export function writeEntry(
  type: string,
  key: string,
  fields: Iterable<readonly [name: string, value: string]>,
  style: BibStyle = DEFAULT_STYLE,
): string {
  const lines = [...fields].map(([name, value]) => fieldLine(name, value, style));
  const end = lines.length > 0 && style.trailingComma ? `,${style.eol}}` : `${style.eol}}`;
  return `@${withCase(type, style)}{${[key, ...lines].join(`,${style.eol}`)}${end}`;
}

function fieldLine(name: string, value: string, style: BibStyle): string {
  const written = withCase(name, style);
  const space = style.spaceAroundEquals ? ' ' : '';
  const gap = style.equalsAt > 0 ? ''.padEnd(style.equalsAt - written.length) : space;
  const quotes = style.delimiter === 'quotes' && !value.includes('"');
  return `${style.indent}${written}${gap}=${space}${quotes ? `"${value}"` : `{${value}}`}`;
}

function withCase(name: string, { nameCase }: BibStyle): string {
  if (nameCase === 'upper') return name.toUpperCase();
  return nameCase === 'capital' ? name[0].toUpperCase() + name.slice(1) : name;
}

/** A BibTeX entry with its own fields as written, macros expanded and inherited fields added. */
function completed(entry: Entry, record: BibRecord, style: BibStyle): string {
  const { resolved = {} } = record;
  const fields: [string, string][] = [];
  const seen = new Set(['crossref', 'xdata']);
  for (const field of bibFields(record)) {
    const name = lowerCase(field.name);
    if (seen.has(name)) continue;
    seen.add(name);
    fields.push([field.name, Object.hasOwn(resolved, name) ? resolved[name] : inner(field.raw, field.kind)]);
  }
  for (const [name, value] of Object.entries(resolved)) if (!seen.has(name)) fields.push([name, value]);
  return writeEntry(record.type, entry.citekey, fields, { ...style, nameCase: 'lower' });
}

function inner(raw: string, kind: string): string {
  return kind === 'braces' || kind === 'quotes' ? raw.slice(1, -1) : raw;
}

function typeOf(cslType: string, style: BibStyle): string {
  const type = BIBLATEX_TYPES.get(cslType) ?? 'misc';
  if (style.biblatex) return type;
  return (
    BIBTEX_TYPES.get(type) ??
    (/^(?:article|book|inbook|incollection|inproceedings|proceedings|manual)$/.test(type) ? type : 'misc')
  );
}

/** The fields of an entry in the order that people write them, as LaTeX source. */
function* fieldsOf(entry: Entry, item: CslItem, style: BibStyle): Generator<readonly [string, string]> {
  const names = (value: unknown) =>
    Array.isArray(value) ? namesToLatex(value as CslItem['author'] & object, false) : '';
  const plain = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? textToLatex(String(value)) : '';
  const verbatim = (value: unknown) => (typeof value === 'string' && isBalancedVerbatim(value) ? value : '');
  const isArticle = /^article/.test(entry.type) && entry.type !== 'article';
  const container = isArticle ? (style.biblatex ? 'journaltitle' : 'journal') : 'booktitle';
  const publisher = entry.type === 'report' ? 'institution' : entry.type === 'thesis' ? 'school' : 'publisher';
  const fields: (readonly [string, string])[] = [
    ['author', entry.authors.length > 0 && item.author ? namesToLatex(entry.authors, entry.moreAuthors ?? false) : ''],
    ['editor', names(item.editor)],
    ['title', titleToLatex(entry.title)],
    [
      entry.type === 'article' && !item['container-title'] ? 'note' : container,
      plain(stripTags(item['container-title'])),
    ],
    [publisher, plain(item.publisher)],
    [style.biblatex ? 'location' : 'address', plain(item['publisher-place'])],
    ...dateFields(item.issued, style),
    ['volume', plain(item.volume)],
    ['number', plain(item.issue ?? (entry.type === 'report' ? item.number : undefined))],
    ['pages', plain(item.page).replace(/(?<=\d)[-–](?=\d)/g, '--')],
    ['edition', plain(item.edition)],
    ['series', plain(item['collection-title'])],
    ['isbn', plain(item.ISBN)],
    ['issn', plain(item.ISSN)],
    ['doi', verbatim(entry.doi)],
    ['eprint', verbatim(entry.arxiv)],
    [style.biblatex ? 'eprinttype' : 'archiveprefix', entry.arxiv ? 'arXiv' : ''],
    ['url', verbatim(entry.url)],
    ['langid', style.biblatex ? plain(entry.language) : ''],
    ['keywords', plain(entry.keywords.join(', '))],
    ['abstract', plain(entry.abstract)],
  ];
  for (const field of fields) if (field[1] !== '') yield field;
}

function dateFields(date: CslDate | undefined, style: BibStyle): (readonly [string, string])[] {
  const parts = date?.['date-parts']?.map((part) => part.map((number, i) => pad(number, i === 0 ? 4 : 2)).join('-'));
  if (!parts?.length) {
    const text = date?.literal ?? date?.raw;
    return text === undefined ? [] : [[style.biblatex && date?.raw ? 'date' : 'year', textToLatex(text)]];
  }
  if (style.biblatex) return [['date', date?.edtf ?? parts.join('/')]];
  const [year, month] = date!['date-parts']![0];
  return [['year', String(year)], ...(month === undefined ? [] : [['month', String(month)] as const])];
}

function pad(number: number | string, length: number): string {
  const digits = String(Math.abs(Number(number))).padStart(length, '0');
  return Number(number) < 0 ? `-${digits}` : digits;
}

function stripTags(value: string | undefined): string | undefined {
  return value?.replace(/<\/?(?:i|b|sup|sub|sc|span)(?: [^<>]{0,200})?>/gi, '');
}

/** A verbatim value cannot be escaped; one with unbalanced braces would break the file. */
function isBalancedVerbatim(value: string): boolean {
  return !/[{}]/.test(value);
}
