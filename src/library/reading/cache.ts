import { fromBytes, toBytes } from '../../base/plainData';
import { TABLE_VERSION } from '../model/fields';
import type { Pack } from '../packed/pack';
import type { Places } from '../packed/places';
import { checksum } from '../../base/checksum';
import type { ReadingFacts } from './protocol';

/** The number is to be raised with every change of how packs are made, or papers read. Caches of another version are not read. */
const CACHE_VERSION = (9 ^ TABLE_VERSION) >>> 0;

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
/** Version and checksum before the parts, in bytes; and what each part starts with, its length. */
const HEAD = 8;
const PART_HEAD = 4;

/** What comes before the packs. */
type CachedFacts = Omit<CachedReading, 'packs'>;

/** A reading as the chunks of a cache file: version and checksum, then parts: what was read, and its packs. */
export function encodeCache({ packs, ...facts }: CachedReading): Uint8Array[] {
  const parts = [partOf(toBytes(facts satisfies CachedFacts))];
  for (let at = 0; at < packs.length; at += PACKS_IN_PART) {
    parts.push(partOf(toBytes(packs.slice(at, at + PACKS_IN_PART))));
  }
  const head = Uint32Array.of(CACHE_VERSION, checksumOf(parts));
  return [new Uint8Array(head.buffer), ...parts];
}

/** Its length and the bytes, filled up to a multiple of four. */
function partOf(bytes: Uint8Array): Uint8Array {
  const part = new Uint8Array(aligned(PART_HEAD + bytes.length));
  new Uint32Array(part.buffer)[0] = bytes.length;
  part.set(bytes, PART_HEAD);
  return part;
}

/** The reading that a cache holds; undefined where it is damaged, of another version, or of another content. */
export function decodeCache(bytes: Uint8Array, content: string): CachedReading | undefined {
  const parts = partsOf(bytes.byteOffset % 4 === 0 ? bytes : bytes.slice());
  if (!parts) return undefined;
  const [facts, ...packs] = parts.map(fromBytes);
  if ((facts as CachedFacts).content !== content) return undefined;
  return { ...(facts as CachedFacts), packs: (packs as Pack[][]).flat() };
}

/** What was serialized to the parts of a file; undefined where the file is damaged or of another version. */
function partsOf(bytes: Uint8Array): Uint8Array[] | undefined {
  if (bytes.length < HEAD + PART_HEAD || bytes.length % 4 !== 0) return undefined;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const whole: Uint8Array[] = [];
  const parts: Uint8Array[] = [];
  for (let at = HEAD; at < bytes.length;) {
    const start = at + PART_HEAD;
    const end = start + words[at / 4];
    if (end > bytes.length) return undefined;
    parts.push(bytes.subarray(start, end));
    whole.push(bytes.subarray(at, aligned(end)));
    at = aligned(end);
  }
  const [version, sum] = words;
  return version === CACHE_VERSION && checksumOf(whole) === sum ? parts : undefined;
}

function checksumOf(parts: readonly Uint8Array[]): number {
  return checksum(new Uint8Array(Uint32Array.from(parts, checksum).buffer));
}

function aligned(length: number): number {
  return Math.ceil(length / 4) * 4;
}
