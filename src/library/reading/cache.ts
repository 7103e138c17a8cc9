import type { Pack } from '../packed/pack';
import type { Places } from '../packed/places';
import { checksum } from '../../base/checksum';
import type { ReadingFacts } from './protocol';

/** To be raised with every change of what packs hold; caches of another version are not read. */
const CACHE_VERSION = 6;

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

/** Turns plain data with typed arrays into bytes and back, as structured cloning would copy it. */
export interface Serializer {
  readonly serialize: (value: unknown) => Uint8Array;
  /** Throws where the bytes are none that `serialize` gave. */
  readonly deserialize: (bytes: Uint8Array) => unknown;
}

/** Version and checksum before the content, in bytes. */
const HEAD = 8;

/** A reading as the bytes of a cache file: version, checksum, content. */
export function encodeCache(cached: CachedReading, { serialize }: Serializer): Uint8Array {
  const content = serialize(cached);
  const bytes = new Uint8Array(HEAD + content.length);
  bytes.set(content, HEAD);
  new Uint32Array(bytes.buffer, 0, 2).set([CACHE_VERSION, checksum(bytes.subarray(HEAD))]);
  return bytes;
}

/** The reading that a cache holds; undefined where it is damaged, of another version, or of another content. */
export function decodeCache(
  bytes: Uint8Array,
  content: string,
  { deserialize }: Serializer,
): CachedReading | undefined {
  // A copy that starts at a multiple of four in its buffer.
  const own = bytes.slice();
  if (own.length < HEAD) return undefined;
  const [version, sum] = new Uint32Array(own.buffer, 0, 2);
  const body = own.subarray(HEAD);
  if (version !== CACHE_VERSION || checksum(body) !== sum) return undefined;
  const cached = deserialize(body) as CachedReading;
  if (cached.content !== content) return undefined;
  return { ...cached, packs: cached.packs.map(ownBuffers) };
}

/** The pack with buffers of its own, not parts of the file's: whoever sends a part would send the whole. */
function ownBuffers(pack: Pack): Pack {
  return {
    keys: pack.keys,
    aliases: pack.aliases,
    rows: pack.rows.slice(),
    rowEnds: pack.rowEnds.slice(),
    hashes: pack.hashes.slice(),
    bodies: pack.bodies.slice(),
    isCompressed: pack.isCompressed,
  };
}
