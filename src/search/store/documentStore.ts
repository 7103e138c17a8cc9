import type { SearchDocument } from '../contract';
import { enlarged } from '../index/growing';
import { ByteLog } from './byteLog';
import { fromRecord, toRecord } from './record';

const decoder = new TextDecoder();

/** The columns of a store: UTF-8 records one after the other, and where each ends. */
export interface StoreColumns {
  readonly bytes: Uint8Array;
  readonly ends: Float64Array;
}

/** Keeps documents by number in little room, each as UTF-8; a document is decoded when it is asked for. */
export class DocumentStore {
  readonly #log: ByteLog;
  #ends: Float64Array;
  #count: number;

  /** @param ends where the records end that are in the log already */
  constructor(log = new ByteLog(), ends: Float64Array = new Float64Array()) {
    this.#log = log;
    this.#ends = ends;
    this.#count = ends.length;
  }

  /** A store whose bytes are read when they are first needed. */
  static lazy(ends: Float64Array, read: () => Uint8Array): DocumentStore {
    return new DocumentStore(new ByteLog(ends.at(-1), read), ends);
  }

  get count(): number {
    return this.#count;
  }

  /** Adds a document; its number is the count before. */
  add(document: SearchDocument): void {
    this.#ends = enlarged(this.#ends, this.#count + 1);
    this.#ends[this.#count++] = this.#log.append(toRecord(document));
  }

  get(number: number): SearchDocument {
    return fromRecord(decoder.decode(this.#record(number)));
  }

  /** A store of these documents, in this order. */
  select(numbers: ArrayLike<number>): DocumentStore {
    let size = 0;
    for (let i = 0; i < numbers.length; i++) size += this.#ends[numbers[i]] - this.#start(numbers[i]);
    const bytes = new Uint8Array(size);
    const ends = new Float64Array(numbers.length);
    let at = 0;
    for (let i = 0; i < numbers.length; i++) {
      const record = this.#record(numbers[i]);
      bytes.set(record, at);
      ends[i] = at += record.length;
    }
    return DocumentStore.lazy(ends, () => bytes);
  }

  columns(): StoreColumns {
    return { bytes: this.#log.all(), ends: this.#ends.subarray(0, this.#count) };
  }

  #record(number: number): Uint8Array {
    return this.#log.read(this.#start(number), this.#ends[number]);
  }

  #start(number: number): number {
    return number === 0 ? 0 : this.#ends[number - 1];
  }
}
