import { hashWord } from '../text/scan';
import { Dictionary, textOf } from './dictionary';
import { enlarged } from './growing';

/** Numbers in the row of a word: its hash, where its letters begin, and how many there are. */
const ROW = 3;

/**
 * Numbers words from 0 in the order in which they first come, straight from a stretch of a text, so that a word seen
 * before costs no string. Open addressing over hashes; the letters lie in one array.
 */
export class WordTable {
  /** By hash: the number of a word plus one, or 0. */
  #slots = new Int32Array(1024);
  /** By word: one row, so that looking at a word touches one place of memory. */
  #rows = new Int32Array(512 * ROW);
  #letters = new Uint16Array(4096);
  #letterCount = 0;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The number of the word in `text` from `start` up to `end`, a new one where it is new; `hash` is its `hashWord`. */
  number(text: string, start = 0, end = text.length, hash = hashWord(text, start, end)): number {
    const slots = this.#slots;
    const rows = this.#rows;
    const letters = this.#letters;
    const mask = slots.length - 1;
    const length = end - start;
    let slot = hash & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const row = (slots[slot] - 1) * ROW;
      if (rows[row] !== hash || rows[row + 2] !== length) continue;
      const from = rows[row + 1];
      let same = 0;
      while (same < length && letters[from + same] === text.charCodeAt(start + same)) same++;
      if (same === length) return slots[slot] - 1;
    }
    return this.#add(text, start, end, hash, slot);
  }

  word(number: number): string {
    const from = this.#rows[number * ROW + 1];
    return textOf(this.#letters.subarray(from, from + this.#rows[number * ROW + 2]));
  }

  /** The words in the order of their numbers. */
  words(): Dictionary {
    const offsets = new Uint32Array(this.#size + 1);
    for (let number = 0; number < this.#size; number++) offsets[number] = this.#rows[number * ROW + 1];
    offsets[this.#size] = this.#letterCount;
    return new Dictionary(this.#letters.subarray(0, this.#letterCount), offsets);
  }

  #add(text: string, start: number, end: number, hash: number, slot: number): number {
    const number = this.#size++;
    const length = end - start;
    this.#rows = enlarged(this.#rows, this.#size * ROW);
    this.#letters = enlarged(this.#letters, this.#letterCount + length);
    for (let i = 0; i < length; i++) this.#letters[this.#letterCount + i] = text.charCodeAt(start + i);
    this.#rows.set([hash, this.#letterCount, length], number * ROW);
    this.#letterCount += length;
    this.#slots[slot] = number + 1;
    if (this.#size * 2 > this.#slots.length) this.#rehash();
    return number;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < this.#size; number++) {
      let slot = this.#rows[number * ROW] & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}
