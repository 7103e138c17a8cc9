import type { SearchDocument } from '../contract';
import { enlarged } from '../index/growing';
import { fromRecord, toRecord } from './record';

/** UTF-8 takes at most so many bytes for a UTF-16 unit. */
const BYTES_PER_UNIT = 3;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The columns of a store: UTF-8 records one after the other, and where each ends. */
export interface StoreColumns {
  readonly bytes: Uint8Array;
  readonly ends: Float64Array;
}

/** Keeps documents by number in little room, each as UTF-8; a document is decoded when it is asked for. */
export class DocumentStore {
  /** The bytes, or how to read them. */
  #bytesOrRead: Uint8Array | (() => Uint8Array);
  #ends: Float64Array;
  #count: number;

  constructor(columns: StoreColumns = { bytes: new Uint8Array(4096), ends: new Float64Array(64) }, count = 0) {
    this.#bytesOrRead = columns.bytes;
    this.#ends = columns.ends;
    this.#count = count;
  }

  /** A store whose bytes are read when they are first needed. */
  static lazy(ends: Float64Array, read: () => Uint8Array): DocumentStore {
    const store = new DocumentStore({ bytes: new Uint8Array(0), ends }, ends.length);
    store.#bytesOrRead = read;
    return store;
  }

  get #bytes(): Uint8Array {
    if (typeof this.#bytesOrRead === 'function') this.#bytesOrRead = this.#bytesOrRead();
    return this.#bytesOrRead;
  }

  get count(): number {
    return this.#count;
  }

  /** Adds a document; its number is the count before. */
  add(document: SearchDocument): void {
    const record = toRecord(document);
    const start = this.#start(this.#count);
    this.#bytesOrRead = enlarged(this.#bytes, start + record.length * BYTES_PER_UNIT);
    const { written } = encoder.encodeInto(record, this.#bytes.subarray(start));
    this.#ends = enlarged(this.#ends, this.#count + 1);
    this.#ends[this.#count++] = start + written;
  }

  get(number: number): SearchDocument {
    return fromRecord(decoder.decode(this.#bytes.subarray(this.#start(number), this.#ends[number])));
  }

  /** A store of these documents, in this order. */
  select(numbers: ArrayLike<number>): DocumentStore {
    let size = 0;
    for (let i = 0; i < numbers.length; i++) size += this.#ends[numbers[i]] - this.#start(numbers[i]);
    const bytes = new Uint8Array(size);
    const ends = new Float64Array(numbers.length);
    let at = 0;
    const all = this.#bytes;
    for (let i = 0; i < numbers.length; i++) {
      const record = all.subarray(this.#start(numbers[i]), this.#ends[numbers[i]]);
      bytes.set(record, at);
      ends[i] = at += record.length;
    }
    return new DocumentStore({ bytes, ends }, numbers.length);
  }

  columns(): StoreColumns {
    return { bytes: this.#bytes.subarray(0, this.#start(this.#count)), ends: this.#ends.subarray(0, this.#count) };
  }

  #start(number: number): number {
    return number === 0 ? 0 : this.#ends[number - 1];
  }
}
