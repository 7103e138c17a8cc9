import type { Entry } from '../model/entry';

/** What one update did to the entries. An entry whose place alone changed keeps its object and is in none of the lists. */
export interface LibraryDiff {
  readonly added: readonly Entry[];
  readonly changed: readonly Entry[];
  readonly removed: readonly Entry[];
}
