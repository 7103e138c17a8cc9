import type { SearchDocument } from '../contract';
import { enlarged } from '../index/growing';
import { ByteLog } from './byteLog';
import { fromRecord, toRecord } from './record';

const decoder = new TextDecoder();

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

  get count(): number {
    return this.#count;
  }

  /** The UTF-8 records one after the other. */
  get log(): ByteLog {
    return this.#log;
  }

  /** Where each record ends in the log. */
  get ends(): Float64Array {
    return this.#ends.subarray(0, this.#count);
  }

  /** Adds a document; its number is the count before. */
  add(document: SearchDocument): void {
    this.#addEnd(this.#log.append(toRecord(document)));
  }

  get(number: number): SearchDocument {
    return fromRecord(decoder.decode(this.#record(number)));
  }

  /** These documents, in this order, in a log that is still empty. */
  select(numbers: ArrayLike<number>, log: ByteLog): DocumentStore {
    const store = new DocumentStore(log);
    for (let i = 0; i < numbers.length; i++) store.#addEnd(log.appendBytes(this.#record(numbers[i])));
    return store;
  }

  #addEnd(end: number): void {
    this.#ends = enlarged(this.#ends, this.#count + 1);
    this.#ends[this.#count++] = end;
  }

  #record(number: number): Uint8Array {
    return this.#log.read(number === 0 ? 0 : this.#ends[number - 1], this.#ends[number]);
  }
}
