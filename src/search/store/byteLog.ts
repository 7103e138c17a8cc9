/** Bytes of the first chunk; each of the next is as large as all before it, but for the largest, or where one text needs more. */
const FIRST_CHUNK = 1 << 20;
/** The system gives chunks of so many bytes room of their own, and takes only what is written of it. */
const LARGEST_CHUNK = 48 << 20;
/** UTF-8 takes at most so many bytes for a UTF-16 unit. */
const BYTES_PER_UNIT = 3;

const encoder = new TextEncoder();

interface Chunk {
  /** The place of its first byte in the log. */
  readonly start: number;
  readonly bytes: Uint8Array;
}

/** Texts as UTF-8, one after the other. Grows by chunks, so that what it holds is never copied to grow. */
export class ByteLog {
  readonly #chunks: Chunk[] = [];
  /** Reads what comes before all chunks; undefined once it was read. */
  #readFirst: (() => Uint8Array) | undefined;
  #end: number;

  /** @param end where the log ends whose bytes are read, when they are first needed, by `readFirst` */
  constructor(end = 0, readFirst?: () => Uint8Array) {
    this.#end = end;
    this.#readFirst = readFirst;
  }

  /** Adds a text; returns where it ends. */
  append(text: string): number {
    this.#load();
    const most = text.length * BYTES_PER_UNIT;
    let last = this.#chunks.at(-1);
    if (!last || last.bytes.length - (this.#end - last.start) < most) {
      last = { start: this.#end, bytes: new Uint8Array(Math.max(this.#nextChunk(), most)) };
      this.#chunks.push(last);
    }
    this.#end += encoder.encodeInto(text, last.bytes.subarray(this.#end - last.start)).written;
    return this.#end;
  }

  /** The bytes from `start` up to `end`, which belong to one text. */
  read(start: number, end: number): Uint8Array {
    this.#load();
    const { start: first, bytes } = this.#chunkAt(start);
    return bytes.subarray(start - first, end - first);
  }

  /** All bytes in one. */
  all(): Uint8Array {
    this.#load();
    const chunks = this.#chunks;
    if (chunks.length === 1) return chunks[0].bytes.subarray(0, this.#end);
    const all = new Uint8Array(this.#end);
    for (const [i, { start, bytes }] of chunks.entries()) {
      all.set(bytes.subarray(0, (chunks.at(i + 1)?.start ?? this.#end) - start), start);
    }
    return all;
  }

  #nextChunk(): number {
    return Math.max(FIRST_CHUNK, Math.min(this.#end, LARGEST_CHUNK));
  }

  #load(): void {
    if (!this.#readFirst) return;
    const read = this.#readFirst;
    this.#chunks.push({ start: 0, bytes: read() });
    this.#readFirst = undefined;
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
