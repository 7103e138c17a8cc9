import type { FacetColumns } from '../store/facets';
import { decodeContainer, encodeContainer } from '../../base/cache/container';
import type { Checksum, StoredFile } from '../../base/cache/storedFile';
import type { DamageCheck } from '../../base/cache/tail';
import { joinedTexts, splitTexts } from './texts';

/** To be raised whenever the columns change. */
const VERSION = 0x10001;
const NO_TAIL = { length: 0, pieces: () => [] };

/** Facets as their cache file has them: a small file beside that of the index, as facets change often. */
export interface CachedFacets {
  /** The citekeys of the papers that have any. */
  readonly ids: readonly string[];
  readonly columns: FacetColumns;
}

/** The chunks of the cache file of facets. */
export function encodeFacets({ ids, columns }: CachedFacets, checksum: Checksum): Iterable<Uint8Array> {
  const { words, ...numbers } = columns;
  const named = { ids: joinedTexts(ids), words: joinedTexts(words), ...numbers };
  return encodeContainer(VERSION, new Map(Object.entries(named)), NO_TAIL, checksum);
}

/** The facets of a cache file; undefined where it cannot be used. */
export function decodeFacets(file: StoredFile, damage: DamageCheck): CachedFacets | undefined {
  const columns = decodeContainer(file, VERSION, damage)?.columns;
  const [ids, words] = [columns?.get('ids'), columns?.get('words')];
  const [notes, statuses, ratings] = ['notes', 'statuses', 'ratings'].map((name) => columns?.get(name));
  if (!(ids instanceof Uint8Array && words instanceof Uint8Array && notes instanceof Uint8Array)) return undefined;
  if (!(statuses instanceof Uint16Array && ratings instanceof Uint16Array)) return undefined;
  return { ids: splitTexts(ids), columns: { notes, statuses, ratings, words: splitTexts(words) } };
}
