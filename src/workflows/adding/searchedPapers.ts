import type { Library } from '../../library/library';
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
