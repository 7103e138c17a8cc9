import type { CitedPlace } from '../citations/index/citedPlace';
import type { InFile } from '../citations/index/indexedFiles';
import type { KeyMeaning } from '../library/keys/keyTable';
import type { Entry } from '../library/model/entry';

/** A place in a document that cites. */
export type Place = InFile<CitedPlace>;

/** A key that no paper has, or that several could mean, with the places that cite it. */
export interface UnknownKey {
  readonly key: string;
  readonly places: readonly Place[];
  /** How many papers it could mean. */
  readonly candidates: number;
}

/** A paper with the places that cite it. */
export interface CitedPaper {
  readonly entry: Entry;
  readonly places: readonly Place[];
}

/** What a document cites: keys and papers in the order of their first citation. */
export interface CitationsOutline {
  readonly unknown: readonly UnknownKey[];
  readonly papers: readonly CitedPaper[];
}

/** Sorts the places of a document, in the order of its text, by what they cite. */
export function citationsOutline(
  places: readonly Place[],
  resolve: (key: string) => KeyMeaning | undefined,
): CitationsOutline {
  const unknown = new Map<string, { key: string; places: Place[]; candidates: number }>();
  const papers = new Map<string, { entry: Entry; places: Place[] }>();
  for (const place of places) {
    const meaning = resolve(place.key);
    const entry = meaning && ('entry' in meaning ? meaning.entry : 'aliasOf' in meaning ? meaning.aliasOf : undefined);
    if (entry) {
      const known = papers.get(entry.citekey) ?? { entry, places: [] };
      papers.set(entry.citekey, known);
      known.places.push(place);
    } else {
      const candidates = meaning && 'candidates' in meaning ? meaning.candidates.length : 0;
      const known = unknown.get(place.key) ?? { key: place.key, places: [], candidates };
      unknown.set(place.key, known);
      known.places.push(place);
    }
  }
  return { unknown: [...unknown.values()], papers: [...papers.values()] };
}

/**
 * The entries that are neither cited nor needed by what is cited: a parent (`crossref`, `xdata`), a member of a set and what
 * is related are listed with an entry.
 */
export function uncitedEntries(
  entries: readonly Entry[],
  cited: readonly string[],
  resolve: (key: string) => KeyMeaning | undefined,
): Entry[] {
  const needed = new Set<string>();
  const waiting = [...cited];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    for (const { citekey, relations } of meant(resolve(key))) {
      if (needed.has(citekey)) continue;
      needed.add(citekey);
      waiting.push(...(relations ?? []).map(({ to }) => to));
    }
  }
  return entries.filter(({ citekey }) => !needed.has(citekey));
}

/** An ambiguous key may mean any of its papers: none of them is surely uncited. */
function meant(meaning: KeyMeaning | undefined): readonly Entry[] {
  if (meaning === undefined) return [];
  if ('entry' in meaning) return [meaning.entry];
  return 'aliasOf' in meaning ? [meaning.aliasOf] : meaning.candidates;
}
