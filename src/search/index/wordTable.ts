import { unitAt, Utf8Text, widthOf } from '../text/utf8';
import { Dictionary } from './dictionary';
import { enlarged } from './growing';

/** Numbers in the row of a word: its first four bytes, the next four, its length, and where its bytes are kept. */
const ROW = 4;
/** So many bytes of a word stand in its row. */
const IN_ROW = 8;
/** By length of a word, up to `IN_ROW`: the bits that are part of it in its first four bytes, and in the next four. */
const FIRST_BITS = Int32Array.of(0, 0xff, 0xffff, 0xffffff, -1, -1, -1, -1, -1);
const NEXT_BITS = Int32Array.of(0, 0, 0, 0, 0, 0xff, 0xffff, 0xffffff, -1);

/**
 * Numbers words from 0 in the order in which they first come, straight from the bytes of a text, so that a word seen
 * before costs no string. Open addressing over hashes; most words are told apart by two comparisons, as eight bytes of
 * them stand in their row as two numbers.
 */
export class WordTable {
  /** By hash: the number of a word plus one, or 0. */
  #slots = new Int32Array(2048);
  #rows = new Int32Array(512 * ROW);
  #hashes = new Int32Array(512);
  /** The words as UTF-8, one after the other. */
  #bytes = new Uint8Array(4096);
  #byteCount = 0;
  #size = 0;
  readonly #word = new Utf8Text();

  get size(): number {
    return this.#size;
  }

  /** The number of a word, a new one where it is new. */
  numberOf(word: string): number {
    this.#word.set(word);
    return this.number(this.#word, 0, this.#word.length);
  }

  /** The number of the word in a text from `start` up to `end`, in bytes; a new one where it is new. */
  number(text: Utf8Text, start: number, end: number): number {
    const { view } = text;
    const length = end - start;
    const inRow = length < IN_ROW ? length : IN_ROW;
    const first = view.getInt32(start, true) & FIRST_BITS[inRow];
    const next = view.getInt32(start + 4, true) & NEXT_BITS[inRow];
    let hash = Math.imul(first ^ length, 0x9e3779b1);
    hash = Math.imul((hash ^ (hash >>> 15)) + next, 0x85ebca77);
    // Of a longer word the last bytes do: few words differ in between only.
    if (length > IN_ROW) hash = Math.imul((hash ^ (hash >>> 15)) + view.getInt32(end - 4, true), 0xc2b2ae3d);
    hash ^= hash >>> 15;
    const slots = this.#slots;
    const rows = this.#rows;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const row = (slots[slot] - 1) * ROW;
      if (rows[row] !== first || rows[row + 1] !== next || rows[row + 2] !== length) continue;
      if (length <= IN_ROW || this.#hasRest(rows[row + 3], text.bytes, start, length)) return slots[slot] - 1;
    }
    return this.#add(text.bytes, start, end, [first, next, length, this.#byteCount], hash, slot);
  }

  /** The words in the order of their numbers. */
  words(): Dictionary {
    const offsets = new Uint32Array(this.#size + 1);
    const letters = new Uint16Array(this.#byteCount);
    const bytes = this.#bytes;
    let count = 0;
    for (let number = 0; number < this.#size; number++) {
      offsets[number] = count;
      const end = this.#rows[number * ROW + 3] + this.#rows[number * ROW + 2];
      for (let at = this.#rows[number * ROW + 3]; at < end; at += widthOf(bytes[at])) {
        letters[count++] = unitAt(bytes, at);
        if (bytes[at] >= 0xf0) letters[count++] = 0xdc00 | ((bytes[at + 2] & 0x0f) << 6) | (bytes[at + 3] & 0x3f);
      }
    }
    offsets[this.#size] = count;
    return new Dictionary(letters.subarray(0, count), offsets);
  }

  /** Whether the kept bytes of a word are those of a text, after those in its row. */
  #hasRest(kept: number, text: Uint8Array, start: number, length: number): boolean {
    const bytes = this.#bytes;
    for (let i = IN_ROW; i < length; i++) if (bytes[kept + i] !== text[start + i]) return false;
    return true;
  }

  #add(text: Uint8Array, start: number, end: number, row: readonly number[], hash: number, slot: number): number {
    const number = this.#size++;
    this.#rows = enlarged(this.#rows, this.#size * ROW);
    this.#rows.set(row, number * ROW);
    this.#hashes = enlarged(this.#hashes, this.#size);
    this.#hashes[number] = hash;
    this.#bytes = enlarged(this.#bytes, this.#byteCount + end - start);
    for (let at = start; at < end; at++) this.#bytes[this.#byteCount++] = text[at];
    this.#slots[slot] = number + 1;
    if (this.#size * 2 > this.#slots.length) this.#rehash();
    return number;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < this.#size; number++) {
      let slot = this.#hashes[number] & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}
