import type { Entry } from '../../../library/model/entry';
import type { KeyMeaning } from '../../../library/keys/keyTable';

/** The papers that a cited key may mean: one, the candidates of an ambiguous key, or none. */
export function papersOf(meaning: KeyMeaning | undefined): readonly Entry[] {
  if (meaning === undefined) return [];
  if ('entry' in meaning) return [meaning.entry];
  return 'aliasOf' in meaning ? [meaning.aliasOf] : meaning.candidates;
}
