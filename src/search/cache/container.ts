import type { Checksum, StoredFile } from './storage';

/*
 * A cache file, all numbers in the byte order of the machine:
 *
 *     0   magic, version, length of the directory, length of the head, checksum of the head after these numbers,
 *         length of the tail, checksum of the tail: 32 bits each; 4 bytes of nothing
 *     32  the directory: JSON, [name, kind, position, number of elements] for each column of the head
 *         the columns, each at a multiple of 8
 *         the tail: bytes that are read only when they are needed
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

/** The chunks of a cache file. */
export function encodeContainer(version: number, columns: Columns, tail: Uint8Array, checksum: Checksum): Uint8Array[] {
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
  words[6] = checksum(aligned4(tail));
  return [head, tail];
}

/** What a cache file holds. */
export interface Container {
  readonly columns: Columns;
  /** Reads the tail; undefined where it is damaged. */
  readonly tail: () => Uint8Array | undefined;
}

/** The content of a cache file; undefined for a file of another version, a damaged one, or one that is no cache. */
export function decodeContainer(file: StoredFile, version: number, checksum: Checksum): Container | undefined {
  if (file.size < PREFIX_BYTES) return undefined;
  const prefix = new Uint32Array(file.read(0, PREFIX_BYTES));
  if (prefix.length * 4 < PREFIX_BYTES) return undefined;
  const [magic, fileVersion, listingLength, headLength, headSum, tailLength, tailSum] = prefix;
  if (magic !== MAGIC || fileVersion !== version || headLength + tailLength !== file.size) return undefined;
  const buffer = file.read(0, headLength);
  if (buffer.byteLength !== headLength || checksum(new Uint8Array(buffer).subarray(PREFIX_BYTES)) !== headSum) {
    return undefined;
  }
  const listing = new TextDecoder().decode(new Uint8Array(buffer, PREFIX_BYTES, listingLength));
  const start = aligned(PREFIX_BYTES + listingLength);
  const columns = new Map<string, Column>();
  for (const [name, kind, position, elements] of JSON.parse(listing) as Directory) {
    columns.set(name, new KINDS[kind](buffer, start + position, elements));
  }
  const tail = (): Uint8Array | undefined => {
    const bytes = new Uint8Array(file.read(headLength, tailLength));
    return bytes.length === tailLength && checksum(bytes) === tailSum ? bytes : undefined;
  };
  return { columns, tail };
}

function kindOf(column: Column): Kind {
  return (Object.keys(KINDS) as Kind[]).find((kind) => column instanceof KINDS[kind])!;
}

function aligned(position: number): number {
  return Math.ceil(position / ALIGNMENT) * ALIGNMENT;
}

/** The bytes at a multiple of four in their buffer. */
function aligned4(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
}
