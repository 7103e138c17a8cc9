import type { Checksum, StoredFile } from './storedFile';
import { Tail, type DamageCheck, type TailPlace } from './tail';

/*
 * A cache file, all numbers in the byte order of the machine:
 *
 *     0   magic, version, length of the directory, length of the head, checksum of the head after these numbers,
 *         length of the tail, checksum of the tail: 32 bits each; 4 bytes of nothing
 *     32  the directory: JSON, [name, kind, position, number of elements] for each column of the head
 *         the columns, each at a multiple of 8
 *         the tail: bytes that stay in the file until they are needed
 */
const MAGIC = 0x58694e4c;
const PREFIX_BYTES = 32;
const ALIGNMENT = 8;

const KINDS = {
  i16: Int16Array,
  i32: Int32Array,
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  f64: Float64Array,
} as const;

type Kind = keyof typeof KINDS;
export type Column = Int16Array | Int32Array | Uint8Array | Uint16Array | Uint32Array | Float64Array;
type Directory = [name: string, kind: Kind, position: number, elements: number][];

/** Columns by name, over the bytes of the file. */
export type Columns = ReadonlyMap<string, Column>;

/** Bytes that are given in pieces, the same each time. */
export interface Pieces {
  readonly length: number;
  pieces(): Iterable<Uint8Array>;
}

/** The chunks of a cache file. */
export function* encodeContainer(
  version: number,
  columns: Columns,
  tail: Pieces,
  checksum: Checksum,
): Generator<Uint8Array, void> {
  const directory: Directory = [];
  let position = 0;
  for (const [name, column] of columns) {
    directory.push([name, kindOf(column), position, column.length]);
    position = aligned(position + column.byteLength);
  }
  const listing = new TextEncoder().encode(JSON.stringify(directory));
  const start = aligned(PREFIX_BYTES + listing.length);
  const head = new Uint8Array(start + position);
  head.set(listing, PREFIX_BYTES);
  for (const [i, column] of [...columns.values()].entries()) {
    head.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), start + directory[i][2]);
  }
  const words = new Uint32Array(head.buffer, 0, PREFIX_BYTES / 4);
  words.set([MAGIC, version, listing.length, head.length, checksum(head.subarray(PREFIX_BYTES)), tail.length]);
  for (const piece of tail.pieces()) words[6] = checksum(piece, words[6]);
  yield head;
  yield* tail.pieces();
}

/** What a cache file holds. */
export interface Container {
  readonly columns: Columns;
  readonly tail: Tail;
}

interface Prefix {
  readonly listingLength: number;
  readonly headLength: number;
  readonly headSum: number;
  readonly tail: Required<TailPlace>;
}

function prefixOf(file: StoredFile, version: number): Prefix | undefined {
  const bytes = file.read(0, PREFIX_BYTES);
  if (bytes.length < PREFIX_BYTES) return undefined;
  const [magic, fileVersion, listingLength, headLength, headSum, length, sum] = new Uint32Array(
    bytes.buffer,
    bytes.byteOffset,
    PREFIX_BYTES / 4,
  );
  if (magic !== MAGIC || fileVersion !== version || headLength + length !== file.size) return undefined;
  return { listingLength, headLength, headSum, tail: { start: headLength, length, sum } };
}

/** The content of a cache file; undefined for a file of another version, a damaged one, or one that is no cache. */
export function decodeContainer(file: StoredFile, version: number, damage: DamageCheck): Container | undefined {
  const prefix = prefixOf(file, version);
  if (!prefix) return undefined;
  const { listingLength, headLength, headSum } = prefix;
  const head = file.read(0, headLength);
  if (head.length !== headLength || damage.checksum(head.subarray(PREFIX_BYTES)) !== headSum) return undefined;
  const columns = columnsOf(head, listingLength);
  return columns && { columns, tail: new Tail(file, prefix.tail, damage) };
}

/** The columns of a head; undefined where its directory is not as long as it is said to be. */
function columnsOf(head: Uint8Array<ArrayBuffer>, listingLength: number): Columns | undefined {
  const listing = new TextDecoder().decode(head.subarray(PREFIX_BYTES, PREFIX_BYTES + listingLength));
  const start = head.byteOffset + aligned(PREFIX_BYTES + listingLength);
  try {
    const directory = JSON.parse(listing) as Directory;
    return new Map(
      directory.map(([name, kind, at, length]) => [name, new KINDS[kind](head.buffer, start + at, length)]),
    );
  } catch {
    return undefined;
  }
}

/** The tail of a cache file that was just written, and need not be checked; undefined where it is another file by now. */
export function writtenTail(file: StoredFile, version: number, damage: DamageCheck): Tail | undefined {
  const prefix = prefixOf(file, version);
  return prefix && new Tail(file, { ...prefix.tail, sum: undefined }, damage);
}

function kindOf(column: Column): Kind {
  return (Object.keys(KINDS) as Kind[]).find((kind) => column instanceof KINDS[kind])!;
}

function aligned(position: number): number {
  return Math.ceil(position / ALIGNMENT) * ALIGNMENT;
}
