import type { OffsetRange } from '../base/position';
import { arxivOf } from '../base/identifiers/arxivId';
import { doiOf } from '../base/identifiers/doi';
import { fieldIn, type FieldNames } from './fieldNames';
import { firstTextOf, isCollection, tagsOf, textOf } from './fieldValues';
import type { FrontMatter } from './frontMatter';

/** What a file says about which papers it is about, before anybody has looked whether there are such papers. */
export interface NoteClaims {
  /** The citekeys that its front matter states, in its order. */
  readonly stated: readonly string[];
  /** Where the first of them stands. */
  readonly place?: OffsetRange;
  /** The citekeys that its name may be, the likeliest first; they count where none is stated. */
  readonly named: readonly string[];
  /** What counts only as the citekey of a paper that there is. */
  readonly ifKnown?: string;
  /** What its name counts as where its title is that of this paper, too. */
  readonly titled?: string;
  readonly doi?: string;
  readonly arxiv?: string;
  readonly title?: string;
  /** Whether the title is only the first heading. */
  readonly isHeading?: boolean;
  /** Whether it is meant to be about a paper, also where there is no such paper. */
  readonly isMeant: boolean;
}

/** The fields in which tools of this field state citekeys, without capitals and signs between the words. */
const KEY_FIELDS: readonly string[] = ['citekey', 'citekeys', 'citationkey', 'bibtexkey', 'bibkey'];
/** The fields in which tools of this field state a note's other names, by which links find it. */
export const ALIAS_FIELDS: readonly string[] = ['aliases', 'alias'];
/** The fields and tags by which tools mark what is about a paper. */
const MARKS = /^(?:zoterokey|authors?|doi|arxiv|eprint)$/;
const TAGS: readonly string[] = ['literature_note', 'literature-note', 'literaturenote', 'literature'];

/** What the front matter and the name of a file claim. */
export function claimsOf(
  { data, values }: Pick<FrontMatter, 'data' | 'values'>,
  { fileName, inNotesFolder }: { readonly fileName: string; readonly inNotesFolder: boolean },
  names: FieldNames,
): NoteClaims {
  const fields = keyFields(data, names);
  const stated = unique(fields.flatMap((field) => keysIn(data[field])));
  const marked = fileName.startsWith('@');
  const named = namesOf(fileName, inNotesFolder, data);
  const doi = idOf(data, [names.doi, 'doi'], doiOf);
  const arxiv = idOf(data, [names.arxiv, 'arxiv', 'arxivid', 'eprint'], arxivOf) ?? arxivOf(doi ?? '');
  const place = values.get(fields.find((field) => keysIn(data[field]).length > 0) ?? '');
  const isMarked = Object.keys(data).some((field) => MARKS.test(plain(field))) || isTagged(data);
  return {
    stated,
    place,
    named: stated.length > 0 ? [] : named,
    doi,
    arxiv,
    title: textOf(fieldIn('title', data, names)),
    isMeant: stated.length > 0 || marked || (inNotesFolder && isMarked),
  };
}

/** The first citekey that front matter states; undefined without one. */
export function citekeyIn(data: Readonly<Record<string, unknown>>, names: FieldNames): string | undefined {
  return keyOf(textOf(fieldIn('citekey', data, names)));
}

/** The properties that state citekeys: ours, and those of other tools. */
export function keyFields(data: Readonly<Record<string, unknown>>, names: FieldNames): string[] {
  const own = [names.citekey, names.citekeys];
  return Object.keys(data).filter(
    (field) => (own.includes(field) || KEY_FIELDS.includes(plain(field))) && !isListOfOne(field, data, names),
  );
}

/** `citekey` is one key; several are `citekeys`. */
function isListOfOne(field: string, data: Readonly<Record<string, unknown>>, { citekey }: FieldNames): boolean {
  return (field === citekey || field === 'citekey') && isCollection(data[field]);
}

/** The keys that a property states: a list of keys, or keys in one text with commas between them. */
export function keysIn(value: unknown): string[] {
  const parts: unknown[] = Array.isArray(value) ? value : (textOf(value) ?? '').split(BETWEEN_KEYS);
  return parts.map((part) => keyOf(textOf(part))).filter((key) => key !== undefined);
}

/**
 * What a property states with other keys in it, in the form that they have: `@key` stays a citation, a link a link.
 * @param isOnce whether each key is to stand once
 */
export function withKeys(value: unknown, keyFor: (key: string) => string, isOnce = true): string | string[] {
  const parts: unknown[] = Array.isArray(value) ? value : String(value).split(BETWEEN_KEYS);
  const seen = new Set<string>();
  const changed = parts.flatMap((part) => {
    const text = String(part);
    const key = keyOf(textOf(part));
    if (key === undefined) return [text];
    const now = keyFor(key);
    if (isOnce && seen.has(now)) return [];
    seen.add(now);
    return now === key ? [text] : [formOf(text).join(now)];
  });
  return Array.isArray(value) ? changed : changed.join(', ');
}

const BETWEEN_KEYS = /\s*[,;]\s*/;

/** A key as it is, also where it is written as a citation or as a link to the note: `@key`, `[[@key]]`. */
function keyOf(text: string | undefined): string | undefined {
  const key = text?.replace(/^\[\[(.*)\]\]$/s, '$1').replace(/^@(?=.)/, '');
  return key?.normalize('NFC') || undefined;
}

/** What stands before and behind a key: `[[@` and `]]`. */
function formOf(text: string): [before: string, behind: string] {
  const isLink = /^\[\[.*\]\]$/s.test(text.trim());
  const isCited = /^\[{0,2}@./.test(text.trim());
  return [(isLink ? '[[' : '') + (isCited ? '@' : ''), isLink ? ']]' : ''];
}

/**
 * The citekeys that a file's name may be: `@key.md` wherever it lies; in the notes folder `key.md`, and of `key-method.md` each
 * part up to a sign. A file of CSL fields whose `id` is its name, or that has `@key` as an alias, says so, too.
 */
function namesOf(fileName: string, inFolder: boolean, data: Readonly<Record<string, unknown>>): string[] {
  if (!NOTE_FILE.test(fileName)) return [];
  const stem = fileName.replace(NOTE_FILE, '').normalize('NFC');
  const aliases = (Array.isArray(data.aliases) ? data.aliases : [data.aliases, data.alias])
    .map(textOf)
    .filter((alias) => alias !== undefined && /^@\S+$/.test(alias));
  const id = textOf(data.id)?.replace(/^@/, '');
  const isItem = id !== undefined && isCollection(data.issued ?? data.author) && textOf(data.type) !== undefined;
  const names = stem.startsWith('@') ? startsOf(stem.slice(1)) : inFolder ? startsOf(stem) : [];
  return unique([...(isItem ? [id] : []), ...aliases.map((alias) => alias!.slice(1)), ...names]);
}

/** A name and its starts, the longest first: `a-b c`, `a-b`, `a`. */
export function startsOf(name: string): string[] {
  const starts = [...name.matchAll(/[-_. ]+/g)].map(({ index }) => name.slice(0, index));
  return [name, ...starts.reverse()].filter((start) => start !== '').slice(0, MOST_STARTS);
}

const MOST_STARTS = 8;
const NOTE_FILE = /\.(?:md|markdown|org)$/i;

function idOf(
  data: Readonly<Record<string, unknown>>,
  fields: readonly string[],
  read: (text: string) => string | undefined,
): string | undefined {
  const field = Object.keys(data).find((name) => fields.includes(name) || fields.includes(plain(name)));
  return field === undefined ? undefined : read(firstTextOf(data[field]) ?? '')?.toLowerCase();
}

function isTagged(data: Readonly<Record<string, unknown>>): boolean {
  return [...tagsOf(data.tags), textOf(data.type)].some((tag) => tag !== undefined && TAGS.includes(tag.toLowerCase()));
}

function plain(field: string): string {
  return field.toLowerCase().replace(/[-_ ]/g, '');
}

function unique(keys: readonly string[]): string[] {
  return [...new Set(keys)];
}
