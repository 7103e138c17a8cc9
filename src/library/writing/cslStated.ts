import type { CslItem, CslName } from '../model/csl';
import { parsePlainName } from '../model/names';
import type { FieldValue } from './sourceChange';
import type { StatableField } from './editableField';
import type { StatedField } from './stated';

/** By field, the variables that it can have, in the order in which they count (cslPaper.ts). */
const NAMES: Readonly<Record<StatableField, readonly string[]>> = {
  title: ['title'],
  authors: ['author', 'editor'],
  year: ['issued'],
  venue: ['container-title', 'event-title', 'publisher'],
  volume: ['volume'],
  issue: ['issue'],
  pages: ['page'],
  abstract: ['abstract'],
  keywords: ['keyword', 'keywords', 'tags'],
  doi: ['DOI'],
  url: ['URL'],
  publisher: ['publisher'],
  isbn: ['ISBN'],
  pmid: ['PMID'],
  pmcid: ['PMCID'],
};
const DATE = /^(\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;

/** A field as a CSL item states it. Names stand one a line, the family name first. */
export function cslStated(item: CslItem, field: StatableField): StatedField | undefined {
  const names = NAMES[field];
  const name = names.find((each) => item[each] !== undefined) ?? names[0];
  const value = item[name];
  if (field === 'authors') return ofNames(name, (value ?? []) as readonly CslName[]);
  if (field === 'year') return ofDate(name, value);
  if (Array.isArray(value)) return ofList(name, value);
  if (value !== undefined && typeof value !== 'string' && typeof value !== 'number') return undefined;
  return plain(name, String(value ?? ''), (text) => text);
}

function plain(name: string, text: string, valueOf: (text: string) => FieldValue | undefined): StatedField {
  return { name, text, form: 'plain', change: (changed) => changeTo(name, changed, valueOf) };
}

function changeTo(name: string, changed: string, valueOf: (text: string) => FieldValue | undefined) {
  const text = changed.trim();
  if (text === '') return [name, undefined] as const;
  const value = valueOf(text);
  return value === undefined ? undefined : ([name, value] as const);
}

function ofNames(name: string, stated: readonly CslName[]): StatedField {
  // A name that stays as it reads stays as it is, with its particles.
  const known = new Map(stated.map((each) => [nameLine(each), each]));
  const valueOf = (text: string) => linesOf(text).map((line) => ({ ...(known.get(line) ?? parsePlainName(line)) }));
  return { ...plain(name, stated.map(nameLine).join('\n'), valueOf), form: 'lines' };
}

/** `van den Oord, Aäron`; `King, Martin Luther, Jr.` */
function nameLine(name: CslName): string {
  if (name.literal !== undefined) return name.literal;
  const family = [name['dropping-particle'], name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  return [family, name.given, name.suffix].filter(Boolean).join(', ');
}

function ofDate(name: string, value: unknown): StatedField | undefined {
  const parts = dateParts(value);
  if (parts === undefined) return undefined;
  const text = parts.map((part, i) => (i === 0 ? part : part.padStart(2, '0'))).join('-');
  return plain(name, text, (changed) => {
    const match = DATE.exec(changed);
    return match ? { 'date-parts': [match.slice(1).filter(Boolean).map(Number)] } : undefined;
  });
}

/** The parts of a date that says one day, month or year and nothing else; none where there is no date. */
function dateParts(value: unknown): string[] | undefined {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null || Object.keys(value).join() !== 'date-parts') return undefined;
  const all: unknown = (value as { readonly 'date-parts': unknown })['date-parts'];
  if (!Array.isArray(all) || all.length !== 1 || !Array.isArray(all[0])) return undefined;
  const parts = all[0].map(String);
  return DATE.test(parts.join('-')) ? parts : undefined;
}

function ofList(name: string, value: readonly unknown[]): StatedField | undefined {
  if (!value.every((each) => typeof each === 'string')) return undefined;
  return { ...plain(name, value.join('\n'), linesOf), form: 'lines' };
}

function linesOf(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
