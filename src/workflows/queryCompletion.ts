import type { OffsetRange } from '../base/position';
import { fieldMeaning } from '../search/query/fieldNames';
import { FILTER_WORDS } from '../search/query/filters';
import { type QueryValues, VALUE_FIELDS, type ValueField } from './queryValues';

/** What can be put into a query at the cursor. */
export interface QueryCompletion {
  /** What it replaces. */
  readonly range: OffsetRange;
  readonly items: readonly CompletedTerm[];
}

/** One thing to choose. */
export interface CompletedTerm {
  /** The text that is put there. */
  readonly insert: string;
  /** What the user reads: a value or a field's name with its colon. */
  readonly label: string;
  /** How many papers have the value. */
  readonly papers?: number;
}

/** The names of fields that are offered, one of those that mean the same. */
const FIELD_NAMES: readonly string[] = [
  'author',
  'title',
  'year',
  'venue',
  'tag',
  'abstract',
  'note',
  'key',
  'has',
  'is',
  'status',
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
];
/** The names that mean a field of values, beside its own. */
const SAME: Readonly<Record<string, ValueField | undefined>> = { authors: 'author', tags: 'tag', keyword: 'tag' };
const HAS: readonly string[] = [
  'note',
  'abstract',
  'doi',
  'arxiv',
  'venue',
  'author',
  'tag',
  'year',
  'status',
  'rating',
];

const IS: readonly string[] = ['unread', 'reading', 'read', 'cited', 'uncited', 'retracted'];

/** So many values are offered. */
const LIMIT = 8;
/** So much must be typed of a field's name, or of a word that is a filter: many words begin as that does. */
const SHORTEST_NAME = 2;
const SHORTEST_WORD = 3;

/** `author:vas`, `venue:"neural inf`; a sign or a parenthesis may stand before it. */
const FIELD_VALUE = /(?:^|[\s(+-])([A-Za-z]{1,20}):(?:["“”„]([^"“”„]{0,100})|([^\s"“”„()]{0,100}))$/;
const NAME = /(?:^|[\s(+-])([A-Za-z]{1,20})$/;

/**
 * What can be put into a query at the cursor: values behind a field's colon, or names of fields where one is begun. Undefined
 * where nothing is offered.
 * @param values what the library has; asked for only where values are due
 */
export async function completeQuery(
  query: string,
  cursor: number,
  values: () => Promise<QueryValues>,
): Promise<QueryCompletion | undefined> {
  const before = query.slice(0, cursor);
  const field = FIELD_VALUE.exec(before);
  const completion = field
    ? await valuesAt(query, cursor, field[1].toLowerCase(), field[2] ?? field[3], field[2] !== undefined, values)
    : namesAt(query, cursor, NAME.exec(before)?.[1] ?? '');
  return completion && completion.items.length > 0 ? completion : undefined;
}

async function valuesAt(
  query: string,
  cursor: number,
  name: string,
  typed: string,
  isQuoted: boolean,
  values: () => Promise<QueryValues>,
): Promise<QueryCompletion | undefined> {
  const start = cursor - typed.length - (isQuoted ? 1 : 0);
  const rest = (isQuoted ? /^[^"“”„]{0,100}["“”„]?/ : /^[^\s"“”„()]*/).exec(query.slice(cursor))?.[0] ?? '';
  const end = cursor + rest.length;
  // Behind the last term a blank follows, so that one can go on.
  const after = end === query.length ? ' ' : '';
  const range = { start, end };
  if (name === 'has' || name === 'is') {
    const items = (name === 'has' ? HAS : IS).filter((property) => property.startsWith(typed.toLowerCase()));
    return { range, items: items.map((label) => ({ insert: label + after, label })) };
  }
  const field = VALUE_FIELDS.find((one) => one === name) ?? SAME[name];
  if (field === undefined) return undefined;
  const found = (await values()).beginningWith(field, typed, LIMIT);
  return { range, items: found.map(({ value, papers }) => ({ insert: written(value) + after, label: value, papers })) };
}

function namesAt(query: string, cursor: number, typed: string): QueryCompletion | undefined {
  const goesOn = /^[^\s()]/.test(query.slice(cursor));
  if (typed.length < SHORTEST_NAME || goesOn) return undefined;
  const names = FIELD_NAMES.filter((name) => name.startsWith(typed.toLowerCase()) && fieldMeaning(name) !== undefined);
  const words = FILTER_WORDS.filter(
    (word) => typed.length >= SHORTEST_WORD && word.startsWith(typed.toLowerCase()) && word.length > typed.length,
  );
  const range = { start: cursor - typed.length, end: cursor };
  const after = cursor === query.length ? ' ' : '';
  const items = [
    ...names.map((name) => ({ insert: `${name}:`, label: `${name}:` })),
    ...words.map((word) => ({ insert: word + after, label: word })),
  ];
  return { range, items };
}

/** A value as a query reads it: in quotes where it is more than a word. */
function written(value: string): string {
  const plain = value.replace(/["“”„\s]+/g, ' ').trim();
  const isWord = !/^(?:OR|NOT)$/.test(plain);
  return isWord && /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}._-]*$/u.test(plain) ? plain : `"${plain}"`;
}
