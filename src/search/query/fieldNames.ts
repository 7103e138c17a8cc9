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
  'rating',
  'type',
  'source',
  'doi',
  'arxiv',
] satisfies Filter['kind'][];

/** What a name before a colon means. */
export type FieldMeaning =
  | { readonly kind: 'words'; readonly fields: readonly SearchField[] }
  | { readonly kind: 'filter'; readonly filter: Filter['kind'] };

/** The meaning of a name, in any case; undefined for an unknown one. */
export function fieldMeaning(name: string): FieldMeaning | undefined {
  const lower = name.toLowerCase();
  if (FILTER_FIELDS.includes(lower)) return { kind: 'filter', filter: lower as Filter['kind'] };
  return Object.hasOwn(WORD_FIELDS, lower) ? { kind: 'words', fields: WORD_FIELDS[lower] } : undefined;
}
