import type { ByteSource } from '../../base/cache/storedFile';
import type { ScratchFile } from '../cache/storage';

/** How much of a log is kept in memory. */
export interface LogSize {
  /** Bytes of one chunk, unless one text needs more. */
  readonly chunkBytes: number;
  /** So many chunks are kept in memory; then they go to the scratch file, where there is one. */
  readonly mostChunks: number;
}

const EIGHT_MEGABYTES: LogSize = { chunkBytes: 1 << 20, mostChunks: 8 };
/** UTF-8 takes at most so many bytes for a UTF-16 unit. */
const BYTES_PER_UNIT = 3;

const encoder = new TextEncoder();
const NO_BYTES: ByteSource = { length: 0, read: () => new Uint8Array(), close: () => {} };

interface Chunk {
  /** The place of its first byte in the log, and of the first that is not its own. */
  readonly start: number;
  end: number;
  readonly bytes: Uint8Array;
}

/**
 * Texts as UTF-8, one after the other: first those of a file, then what was put into a scratch file since, then what is in
 * memory. Grows by chunks, so that what it holds is never copied to grow.
 */
export class ByteLog {
  #first: ByteSource;
  readonly #size: LogSize;
  readonly #openScratch: () => ScratchFile | undefined;
  #scratch: ScratchFile | undefined;
  /** Whether there may be a scratch file that takes more. */
  #spills = true;
  /** Where the bytes of the scratch file end in the log. */
  #spilledEnd: number;
  #chunks: Chunk[] = [];
  #end: number;

  /**
   * @param openScratch gives a file for what would take much memory, if there can be one
   * @param first the bytes that the log starts with
   * @param size how much of what is added stays in memory
   */
  constructor(
    openScratch: () => ScratchFile | undefined = () => undefined,
    first = NO_BYTES,
    size: LogSize = EIGHT_MEGABYTES,
  ) {
    this.#openScratch = openScratch;
    this.#size = size;
    this.#first = first;
    this.#spilledEnd = this.#end = first.length;
  }

  /** Bytes. */
  get length(): number {
    return this.#end;
  }

  /** Adds a text; returns where it ends. */
  append(text: string): number {
    const chunk = this.#roomFor(text.length * BYTES_PER_UNIT);
    const { written } = encoder.encodeInto(text, chunk.bytes.subarray(chunk.end - chunk.start));
    return (this.#end = chunk.end += written);
  }

  /** Adds a text that is in UTF-8; returns where it ends. */
  appendBytes(bytes: Uint8Array): number {
    const chunk = this.#roomFor(bytes.length);
    chunk.bytes.set(bytes, chunk.end - chunk.start);
    return (this.#end = chunk.end += bytes.length);
  }

  /** The bytes from `start` up to `end`, which belong to one text. */
  read(start: number, end: number): Uint8Array {
    if (start < this.#first.length) return this.#first.read(start, end - start);
    if (start < this.#spilledEnd) return this.#scratch!.read(start - this.#first.length, end - start);
    const chunk = this.#chunkAt(start);
    return chunk.bytes.subarray(start - chunk.start, end - chunk.start);
  }

  /** All bytes, a piece at a time. */
  *pieces(): Generator<Uint8Array, void> {
    yield* this.#filedPieces();
    for (const { start, end, bytes } of this.#chunks) yield bytes.subarray(0, end - start);
  }

  /** The bytes that are in files. */
  *#filedPieces(): Generator<Uint8Array, void> {
    for (let at = 0; at < this.#spilledEnd;) {
      const fileEnd = at < this.#first.length ? this.#first.length : this.#spilledEnd;
      const end = Math.min(fileEnd, at + this.#size.chunkBytes);
      yield this.read(at, end);
      at = end;
    }
  }

  /** Takes the bytes of the first file in, and closes it; false where there is no room for them. */
  detach(): boolean {
    if (this.#first.length === 0) return true;
    const scratch = this.#openScratch();
    try {
      for (const piece of this.#filedPieces()) scratch?.append(piece);
    } catch {
      scratch?.close();
      return false;
    }
    if (!scratch) this.#takeIntoMemory();
    this.close();
    this.#first = NO_BYTES;
    this.#scratch = scratch;
    this.#spills = scratch !== undefined;
    return true;
  }

  #takeIntoMemory(): void {
    const bytes = new Uint8Array(this.#spilledEnd);
    let at = 0;
    for (const piece of this.#filedPieces()) {
      bytes.set(piece, at);
      at += piece.length;
    }
    this.#chunks.unshift({ start: 0, end: at, bytes });
    this.#spilledEnd = 0;
  }

  /** The same bytes stand in a file now. */
  rebase(first: ByteSource): void {
    this.close();
    this.#first = first;
    this.#scratch = undefined;
    this.#spills = true;
    this.#chunks = [];
    this.#spilledEnd = this.#end = first.length;
  }

  /** Closes the files; nothing can be read afterwards. */
  close(): void {
    this.#first.close();
    this.#scratch?.close();
  }

  #roomFor(bytes: number): Chunk {
    const last = this.#chunks.at(-1);
    if (last && last.bytes.length - (last.end - last.start) >= bytes) return last;
    if (this.#chunks.length >= this.#size.mostChunks) this.#spill();
    const chunk = { start: this.#end, end: this.#end, bytes: new Uint8Array(Math.max(this.#size.chunkBytes, bytes)) };
    this.#chunks.push(chunk);
    return chunk;
  }

  /** Puts the chunks into the scratch file; what it does not take stays in memory. */
  #spill(): void {
    if (!this.#spills) return;
    this.#scratch ??= this.#openScratch();
    this.#spills = this.#scratch !== undefined;
    try {
      while (this.#scratch && this.#chunks.length > 0) {
        const { start, end, bytes } = this.#chunks[0];
        this.#scratch.append(bytes.subarray(0, end - start));
        this.#spilledEnd = end;
        this.#chunks.shift();
      }
    } catch {
      // The disk is full, say: there is memory.
      this.#spills = false;
    }
  }

  /** The chunk in which a text lies that starts here: the last one that does not start after it. */
  #chunkAt(place: number): Chunk {
    let low = 0;
    let high = this.#chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#chunks[middle].start <= place) low = middle;
      else high = middle - 1;
    }
    return this.#chunks[low];
  }
}

/** Makes the log of a corpus, over bytes that are there already. */
export type NewLog = (first?: ByteSource) => ByteLog;
