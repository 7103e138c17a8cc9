import type { Library, LibraryDiff } from '../../library/library';
import type { Entry } from '../../library/model/entry';
import type { Merged } from '../../online/mergedSearch';
import { OwnPapers } from '../ownPapers';
import { entryOfItem, withFreeKeys } from './newEntries';

/** A paper found on the web. */
export interface SearchedPaper {
  readonly found: Merged;
  /** Under a citekey that is free. */
  readonly entry: Entry;
  /** The paper of the library that it is. */
  readonly own?: Entry;
}

/** What was found on the web, as entries, with those marked that the library has. */
export function searchedPapers(found: readonly Merged[], library: Library): SearchedPaper[] {
  const own = new OwnPapers(library);
  const read = found.flatMap((each) => {
    const entry = entryOfItem(each.item);
    return entry ? [{ found: each, entry }] : [];
  });
  const entries = withFreeKeys(
    read.map(({ entry }) => entry),
    (key) => library.resolve(key) !== undefined,
  );
  return read.map((each, i) => ({ ...each, entry: entries[i], own: own.same(entries[i]) }));
}

/**
 * The same papers after a change of the library, those marked that it has now; undefined where no mark changes. Only what changed is
 * looked at.
 */
export function withOwnNow(
  papers: readonly SearchedPaper[],
  { added, changed, removed }: LibraryDiff,
): SearchedPaper[] | undefined {
  const gone = new Set(removed.map(({ citekey }) => citekey));
  const fresh = [...added, ...changed];
  const current = new Map(fresh.map((entry) => [entry.citekey, entry]));
  const own = new OwnPapers({ entries: () => fresh });
  const marked = papers.map((paper): SearchedPaper => {
    const key = paper.own?.citekey;
    const same = own.same(paper.entry) ?? (key === undefined ? undefined : current.get(key));
    if (same) return same === paper.own ? paper : { ...paper, own: same };
    return key !== undefined && gone.has(key) ? { ...paper, own: undefined } : paper;
  });
  return marked.some((paper, i) => paper !== papers[i]) ? marked : undefined;
}
