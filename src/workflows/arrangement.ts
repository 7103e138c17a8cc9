import { Cooperation, sortCooperatively } from '../base/cooperate';
import { foldDiacritics } from '../base/fold';
import type { CslName } from '../library/model/csl';
import type { Entry } from '../library/model/entry';

/** What the papers of a list can be grouped by. */
export const GROUPINGS = [
  'none',
  'year',
  'author',
  'venue',
  'keyword',
  'status',
  'rating',
  'tag',
  'collection',
  'source',
] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What the papers of a list can be sorted by. `relevance` is the rank in a search, else the order of the paper lists. */
export const SORTINGS = ['relevance', 'year', 'author', 'title', 'citekey'] as const;
export type Sorting = (typeof SORTINGS)[number];

/** How a list of papers is laid out. */
export interface Arrangement {
  readonly grouping: Grouping;
  readonly sorting: Sorting;
}

/** What is known of the reading of a paper. */
export type StateOf = (
  citekey: string,
) => { readonly status?: string; readonly rating?: number; readonly tags?: readonly string[] } | undefined;

/** Papers that share a value: a year, an author, …; `value` is undefined for those without one. */
export interface Group {
  readonly value: string | undefined;
  readonly entries: readonly Entry[];
}

/**
 * The entries in the order of a sorting, without holding the event loop: newest year first, all else from A to Z without
 * regard to case and diacritics, entries without the value last. `relevance` leaves the order as given.
 */
export async function sortEntries(entries: readonly Entry[], sorting: Sorting): Promise<readonly Entry[]> {
  if (sorting === 'relevance') return entries;
  const cooperation = new Cooperation();
  const keyed: { entry: Entry; key: string }[] = [];
  for (const entry of entries) {
    keyed.push({ entry, key: sortKey(entry, sorting) });
    if (keyed.length % 256 === 0) await cooperation.yieldIfDue();
  }
  const sorted = await sortCooperatively(keyed, (a, b) => compareText(a.key, b.key), cooperation);
  return sorted.map(({ entry }) => entry);
}

/** The entries by a value, groups in order: years from the newest, texts from A to Z, sources as they come; no value last. */
export async function groupEntries(
  entries: readonly Entry[],
  grouping: Exclude<Grouping, 'none'>,
  stateOf: StateOf = () => undefined,
): Promise<readonly Group[]> {
  const cooperation = new Cooperation();
  const groups = new Map<string, { value: string | undefined; entries: Entry[] }>();
  let count = 0;
  for (const entry of entries) {
    for (const value of groupValues(entry, grouping, stateOf)) {
      const id = value === undefined ? '' : comparable(value);
      const group = groups.get(id);
      if (!group) groups.set(id, { value, entries: [entry] });
      else if (group.entries.at(-1) !== entry) group.entries.push(entry);
    }
    if (++count % 256 === 0) await cooperation.yieldIfDue();
  }
  if (grouping === 'source') return [...groups.values()];
  const direction = grouping === 'year' || grouping === 'rating' ? -1 : 1;
  const sorted = await sortCooperatively(
    [...groups.entries()],
    ([a], [b]) => Number(a === '') - Number(b === '') || direction * compareText(byParts(a), byParts(b)),
    cooperation,
  );
  return sorted.map(([, group]) => group);
}

/** A name with the family name first, as lists of authors are sorted: `Vaswani, Ashish`. */
export function sortName(name: CslName): string {
  return nameParts(name).join(', ');
}

/** Names are compared part by part: a shorter family name comes before a longer one that begins with it (APA, 9.46). */
const PART = '\u0001';
const NAME = '\u0000';

function nameParts(name: CslName): string[] {
  if (!name.family) return [name.literal ?? name.given ?? ''].filter(Boolean);
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  const given = [name.given, name['dropping-particle']].filter(Boolean).join(' ');
  return [family, given, name.suffix ?? ''].filter(Boolean);
}

function groupValues(
  entry: Entry,
  grouping: Exclude<Grouping, 'none'>,
  stateOf: StateOf,
): readonly (string | undefined)[] {
  switch (grouping) {
    case 'year':
      return [entry.year?.toString()];
    case 'author':
      return orNone(entry.authors.map(sortName).filter((name) => name !== ''));
    case 'venue':
      return [entry.venue];
    case 'keyword':
      return orNone(entry.keywords);
    case 'status':
      return [stateOf(entry.citekey)?.status];
    case 'rating':
      return [stateOf(entry.citekey)?.rating?.toString()];
    case 'tag':
      return orNone(stateOf(entry.citekey)?.tags ?? []);
    case 'collection':
      return orNone(entry.collections ?? []);
    case 'source':
      return [entry.source.uri];
  }
}

function orNone(values: readonly string[]): readonly (string | undefined)[] {
  return values.length > 0 ? values : [undefined];
}

/** Sorts behind every text that people write. */
const LAST = '\uffff';

function sortKey(entry: Entry, sorting: Exclude<Sorting, 'relevance'>): string {
  switch (sorting) {
    case 'year':
      // Newest first: the distance from a far future year, as text of a fixed length.
      return entry.year === undefined ? LAST : String(1_000_000 - entry.year).padStart(7, '0');
    case 'author':
      return entry.authors.length > 0
        ? entry.authors.map((name) => comparable(nameParts(name).join(PART))).join(NAME)
        : LAST;
    case 'title':
      return comparable(entry.title).replace(/^[^\p{L}\p{N}]+/u, '') || LAST;
    case 'citekey':
      return comparable(entry.citekey);
  }
}

/** The name of a group, with its parts to be compared one by one. */
function byParts(id: string): string {
  return id.replaceAll(', ', PART);
}

function comparable(text: string): string {
  return foldDiacritics(text).toLowerCase();
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
