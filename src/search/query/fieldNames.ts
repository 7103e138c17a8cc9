import { isNear } from '../index/nearWords';
import type { SearchField } from '../contract';
import type { Filter } from './ast';

/** The names before a colon that look for words, with the fields that they look in. */
const WORD_FIELDS: Readonly<Record<string, readonly SearchField[]>> = {
  title: ['title'],
  abstract: ['abstract'],
  author: ['authors'],
  authors: ['authors'],
  venue: ['venue'],
  key: ['citekey'],
  citekey: ['citekey'],
  tag: ['keywords', 'noteTags'],
  tags: ['keywords', 'noteTags'],
  keyword: ['keywords', 'noteTags'],
  note: ['note'],
};

/** The names before a colon that ask for something of a paper's record. */
const FILTER_FIELDS: readonly string[] = [
  'year',
  'has',
  'status',
  'is',
  'rating',
  'cited',
  'type',
  'source',
  'doi',
  'arxiv',
  'isbn',
  'pmid',
  'pmcid',
  'related',
] satisfies Filter['kind'][];

/** From this length on a name may have two slips. */
const LONG_NAME = 6;

/** What a name before a colon means. */
export type FieldMeaning =
  | { readonly kind: 'words'; readonly fields: readonly SearchField[] }
  | { readonly kind: 'filter'; readonly filter: FilterName };

/** The filters that have a name. */
export type FilterName = Exclude<Filter['kind'], 'nothing' | 'times' | 'retracted'>;

/** The meaning of a name, in any case; undefined for an unknown one. */
export function fieldMeaning(name: string): FieldMeaning | undefined {
  const lower = name.toLowerCase();
  if (FILTER_FIELDS.includes(lower)) return { kind: 'filter', filter: lower as FilterName };
  return Object.hasOwn(WORD_FIELDS, lower) ? { kind: 'words', fields: WORD_FIELDS[lower] } : undefined;
}

/** The field whose name an unknown name is a slip of. */
export function fieldNear(name: string): string | undefined {
  return nearest(name.toLowerCase(), [...FILTER_FIELDS, ...Object.keys(WORD_FIELDS)]);
}

/** The first of some names that a text is a slip of: one edit away, or two in long ones. */
export function nearest(text: string, names: readonly string[]): string | undefined {
  return names.find((name) => isNear(text, name, name.length < LONG_NAME ? 1 : 2));
}

/** The first of some names that a text is a slip of, or of whose beginning it is one. */
export function nearestBeginning(text: string, names: readonly string[]): string | undefined {
  const cuts = [0, 1, -1].map((more) => text.length + more);
  return nearest(text, names) ?? names.find((name) => cuts.some((cut) => isNear(text, name.slice(0, cut), 1)));
}
