import { decodeContainer, encodeContainer, type Column } from '../../base/cache/container';
import type { Checksum, StoredFile } from '../../base/cache/storedFile';
import { fromBytes, toBytes } from '../../base/plainData';
import { TABLE_VERSION } from '../model/fields';
import type { Pack } from '../packed/pack';
import type { Places } from '../packed/places';
import type { ReadingFacts } from './protocol';

/** The number is to be raised with every change of how packs are made, or papers read. Caches of another version are not read. */
const CACHE_VERSION = (11 ^ TABLE_VERSION) >>> 0;

/** A reading in the form that is kept. */
export interface CachedReading {
  /** The hash of what was read. */
  readonly content: string;
  /** What other sources gave to it, of what it wanted. */
  readonly given: string;
  readonly reading: ReadingFacts;
  readonly places: Places;
  readonly packs: readonly Pack[];
}

/** Packs in one part of a cache file: about a megabyte, so that writing it takes no large block of memory. */
const PACKS_IN_PART = 32;

/** What comes before the packs. */
type CachedFacts = Omit<CachedReading, 'packs'>;

/** A reading as the chunks of a cache file: what was read and where its parts end, and as the tail the parts with the packs. */
export function encodeCache({ packs, ...facts }: CachedReading, checksum: Checksum): Iterable<Uint8Array> {
  const parts: Uint8Array[] = [];
  const ends: number[] = [];
  let length = 0;
  for (let at = 0; at < packs.length; at += PACKS_IN_PART) {
    const part = toBytes(packs.slice(at, at + PACKS_IN_PART));
    parts.push(part);
    ends.push((length += part.length));
  }
  const columns = new Map<string, Column>([
    ['facts', toBytes(facts satisfies CachedFacts)],
    ['ends', Float64Array.from(ends)],
  ]);
  return encodeContainer(CACHE_VERSION, columns, { length, pieces: () => parts }, checksum);
}

/** The reading that a cache holds; undefined where it is of another version or content. Throws where it is damaged. */
export function decodeCache(file: StoredFile, content: string, checksum: Checksum): CachedReading | undefined {
  const container = decodeContainer(file, CACHE_VERSION, { checksum, onDamage });
  const [facts, ends] = [container?.columns.get('facts'), container?.columns.get('ends')];
  if (!(container && facts instanceof Uint8Array && ends)) return undefined;
  const cached = fromBytes(facts) as CachedFacts;
  if (cached.content !== content) return undefined;
  const packs: Pack[] = [];
  let start = 0;
  for (const end of ends) {
    packs.push(...(fromBytes(container.tail.read(start, end - start)) as Pack[]));
    start = end;
  }
  return { ...cached, packs };
}

function onDamage(): never {
  throw new Error('The cache of a source is damaged');
}
