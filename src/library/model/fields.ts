import { hash53 } from '../../base/hash';
import type { CslName } from './csl';
import { FILES, FLAG, NAMES, NUMBER, RELATIONS, TEXT, TEXTS, type FieldKind } from './fieldKinds';

/*
 * The fields of a paper: the one table that storage, equality, content hashes, transport between threads and the search document
 * go by. A new field is a line here, and the readers and writers that know it.
 */

/** How a field is kept and used. */
interface FieldUse {
  /**
   * Where a packed paper has it. `apart`: as it is, for what every update looks at. `row`: with the short fields, at hand.
   * `body`: with the long ones, for what is looked at one paper at a time.
   */
  readonly stored: 'apart' | 'row' | 'body';
  /** Whether the search is told: as which part of its index it is found, or only as something to filter by. */
  readonly search?: 'title' | 'abstract' | 'authors' | 'venue' | 'year' | 'keywords' | 'citekey' | 'filter';
}

interface FieldLine<T> extends FieldUse {
  readonly kind: FieldKind<T>;
}

/** A field that every paper has; `absent` is the value of one that says nothing. */
interface RequiredLine<T> extends FieldLine<T> {
  readonly absent: T;
}

function required<T, const U extends FieldUse>(kind: FieldKind<T>, absent: T, use: U): RequiredLine<T> & U {
  return { kind, absent, ...use };
}

function optional<T, const U extends FieldUse>(kind: FieldKind<T>, use: U): FieldLine<T> & U {
  return { kind, ...use };
}

/** The one empty list; thousands of papers share it. */
const NONE: readonly never[] = [];

/** Those that lists are sorted by come first. */
const TABLE = {
  title: required(TEXT, '', { stored: 'row', search: 'title' }),
  authors: required(NAMES, NONE, { stored: 'row', search: 'authors' }),
  year: optional(NUMBER, { stored: 'row', search: 'year' }),
  /** True where the source says that there are more authors than it names (`and others`). */
  moreAuthors: optional(FLAG, { stored: 'row' }),
  /** Journal, conference, book or publisher, as the list names it. */
  venue: optional(TEXT, { stored: 'row', search: 'venue' }),
  /** CSL type, `article-journal` say. */
  type: required(TEXT, '', { stored: 'row', search: 'filter' }),
  abstract: optional(TEXT, { stored: 'body', search: 'abstract' }),
  keywords: required(TEXTS, NONE, { stored: 'row', search: 'keywords' }),
  /** Further keys that name the same paper, such as biblatex's `ids`. */
  aliases: required(TEXTS, NONE, { stored: 'apart', search: 'citekey' }),
  doi: optional(TEXT, { stored: 'row', search: 'citekey' }),
  /** arXiv identifier without version or prefix: `1706.03762`, `math.GT/0309136`. */
  arxiv: optional(TEXT, { stored: 'row', search: 'citekey' }),
  /** ISBN of 10 or 13 digits without hyphens, the last one perhaps `X`. */
  isbn: optional(TEXT, { stored: 'row', search: 'citekey' }),
  /** PubMed's number, digits alone. */
  pmid: optional(TEXT, { stored: 'row', search: 'citekey' }),
  /** PubMed Central's number with its letters: `PMC1234567`. */
  pmcid: optional(TEXT, { stored: 'row', search: 'citekey' }),
  url: optional(TEXT, { stored: 'body' }),
  /** When it was added to its list, as ISO 8601 without a time zone: `2024-05-06`, `2024-05-06T07:08:09`. */
  added: optional(TEXT, { stored: 'row' }),
  /** What the list has attached, the main file first. */
  files: optional(FILES, { stored: 'body' }),
  /** The papers that it names as its parents, or as related to it. */
  relations: optional(RELATIONS, { stored: 'body' }),
  /** The groups of its list that it is in, each with the groups around it: `Robots / Maps`. */
  collections: optional(TEXTS, { stored: 'row' }),
  /** What people wrote beside it in the program that keeps it: notes, annotations of its files. */
  remarks: optional(TEXT, { stored: 'body', search: 'abstract' }),
  /** The link that opens it in the program that keeps it: `zotero://select/library/items/ABCD2345`. */
  origin: optional(TEXT, { stored: 'row' }),
  /** Language tag or biblatex language name as stated. */
  language: optional(TEXT, { stored: 'row', search: 'filter' }),
};

type Table = typeof TABLE;

/** The name of a field. */
export type FieldName = keyof Table;

type RequiredName = { [K in FieldName]: Table[K] extends { readonly absent: unknown } ? K : never }[FieldName];
type Value<K extends FieldName> = Table[K] extends FieldLine<infer T> ? T : never;

/** What a paper says, in plain Unicode (NFC). */
export type PaperFields = { readonly [K in RequiredName]: Value<K> } & {
  readonly [K in Exclude<FieldName, RequiredName>]?: Value<K>;
};

interface AnyLine extends FieldUse {
  readonly kind: FieldKind<unknown>;
  readonly absent?: unknown;
}

/** A field as it is at work. */
export interface PaperField extends AnyLine {
  readonly name: FieldName;
  /** The value where the paper does not say. */
  readonly absent: unknown;
  /** Position among the fields that are stored in the same way. */
  readonly place: number;
}

/** All fields, in the order of the table. */
export const FIELDS: readonly PaperField[] = Object.entries(TABLE as Readonly<Record<string, AnyLine>>).map(
  ([name, line], i, all) => ({
    ...line,
    name: name as FieldName,
    absent: line.absent,
    place: all.slice(0, i).filter(([, { stored }]) => stored === line.stored).length,
  }),
);

/** Tells this table from others, as 32 bits: what was stored by another one is not read. */
export const TABLE_VERSION =
  hash53(JSON.stringify(FIELDS.map(({ name, stored, search }) => [name, stored, search]))) >>> 0;

type SearchedName = { [K in FieldName]: Table[K] extends { readonly search: string } ? K : never }[FieldName];
type SearchValue<T> = T extends readonly CslName[] ? readonly string[] : T;

/** What of a paper the search is told; names as people write them. */
export type SearchedFields = { readonly [K in RequiredName & SearchedName]: SearchValue<Value<K>> } & {
  readonly [K in Exclude<SearchedName, RequiredName>]?: SearchValue<Value<K>>;
};

/** A field that the search is told of. */
export interface SearchedField extends PaperField {
  readonly name: SearchedName;
  readonly search: NonNullable<FieldUse['search']>;
}

export const SEARCHED_FIELDS = FIELDS.filter((field): field is SearchedField => field.search !== undefined);
