import { Dictionary, textOf } from './dictionary';
import { enlarged } from './growing';

/**
 * Numbers words from 0 in the order in which they first come, straight from a stretch of a text, so that a word seen
 * before costs no string. Open addressing over hashes; the letters lie in one array.
 */
export class WordTable {
  #slots = new Int32Array(1024);
  #hashes = new Uint32Array(512);
  #offsets = new Uint32Array(513);
  #letters = new Uint16Array(4096);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The number of the word in `text` from `start` up to `end`, a new one where it is new. */
  number(text: string, start = 0, end = text.length): number {
    const hash = hashOf(text, start, end);
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = this.#slots[slot] - 1;
      if (number < 0) return this.#add(text, start, end, hash, slot);
      if (this.#hashes[number] === hash && this.#equals(number, text, start, end)) return number;
    }
  }

  word(number: number): string {
    return textOf(this.#letters.subarray(this.#offsets[number], this.#offsets[number + 1]));
  }

  /** The words in the order of their numbers, on the columns of the table. */
  words(): Dictionary {
    const offsets = this.#offsets.subarray(0, this.#size + 1);
    return new Dictionary(this.#letters.subarray(0, offsets[this.#size]), offsets);
  }

  #equals(number: number, text: string, start: number, end: number): boolean {
    const from = this.#offsets[number];
    if (this.#offsets[number + 1] - from !== end - start) return false;
    for (let i = start, j = from; i < end; i++, j++) if (this.#letters[j] !== text.charCodeAt(i)) return false;
    return true;
  }

  #add(text: string, start: number, end: number, hash: number, slot: number): number {
    const number = this.#size++;
    const from = this.#offsets[number];
    const to = from + end - start;
    this.#hashes = enlarged(this.#hashes, number + 1);
    this.#offsets = enlarged(this.#offsets, number + 2);
    this.#letters = enlarged(this.#letters, to);
    for (let i = start, j = from; i < end; i++, j++) this.#letters[j] = text.charCodeAt(i);
    this.#hashes[number] = hash;
    this.#offsets[number + 1] = to;
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

/** FNV-1a over UTF-16 units, with its high half mixed in, as the table uses the low bits. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
