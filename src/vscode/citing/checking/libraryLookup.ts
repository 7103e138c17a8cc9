import type { KeyLookup } from '../../../citations/check';
import { nearestKeys } from '../../../citations/nearest';
import type { Library } from '../../../library/library';
import type { MarkedRetractions } from '../../retractions/markedRetractions';

/** The library as the check of citations asks it. */
export function libraryLookup(library: Library, retractions?: MarkedRetractions): KeyLookup {
  return {
    find: (key) => {
      const meaning = library.resolve(key);
      if (meaning === undefined) return undefined;
      if ('entry' in meaning) return { is: 'main' };
      if ('aliasOf' in meaning && meaning.isDoi) return { is: 'doi' };
      if ('aliasOf' in meaning) return { is: 'alias', main: meaning.aliasOf.citekey };
      return { is: 'ambiguous', candidates: meaning.candidates.map((entry) => entry.citekey) };
    },
    retraction: (key) => {
      const meaning = library.resolve(key);
      if (!meaning || 'candidates' in meaning) return undefined;
      return retractions?.of('entry' in meaning ? meaning.entry : meaning.aliasOf)?.retraction;
    },
    // The whole library is gone through for each key: only a quick fix asks, not every check.
    nearest: () => [],
  };
}

/** Citekeys that a mistyped one may be meant for, the best first. */
export function nearestCitekeys(library: Library, key: string): string[] {
  return nearestKeys(
    key,
    library.entries().map((entry) => entry.citekey),
  );
}
