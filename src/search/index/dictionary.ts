import { enlarged } from './growing';

/**
 * Words in the order of their UTF-16 units, as two columns: the letters of all words one after the other, and where each
 * word starts (one more offset than words). A word is named by its place. The columns may lie in a cache file.
 */
export class Dictionary {
  readonly size: number;

  constructor(
    readonly letters: Uint16Array,
    readonly offsets: Uint32Array,
  ) {
    this.size = offsets.length - 1;
  }

  /** These of the words, in this order, which must be that of a dictionary. `words` itself may be in any order. */
  static of(words: Dictionary, order: ArrayLike<number>): Dictionary {
    const offsets = new Uint32Array(order.length + 1);
    for (let i = 0; i < order.length; i++) {
      offsets[i + 1] = offsets[i] + words.offsets[order[i] + 1] - words.offsets[order[i]];
    }
    const letters = new Uint16Array(offsets[order.length]);
    for (let i = 0, to = 0; i < order.length; i++) {
      const end = words.offsets[order[i] + 1];
      for (let from = words.offsets[order[i]]; from < end; from++) letters[to++] = words.letters[from];
    }
    return new Dictionary(letters, offsets);
  }

  /** The dictionary of one word. */
  static ofWord(word: string): Dictionary {
    const letters = Uint16Array.from({ length: word.length }, (_, i) => word.charCodeAt(i));
    return new Dictionary(letters, Uint32Array.of(0, word.length));
  }

  /** The dictionary of the words that `wordOf` gives for these numbers, which must be in order. */
  static ofTexts(numbers: Uint32Array, wordOf: (number: number) => string): Dictionary {
    const offsets = new Uint32Array(numbers.length + 1);
    let letters = new Uint16Array(numbers.length * 8 + 16);
    for (let i = 0; i < numbers.length; i++) {
      const word = wordOf(numbers[i]);
      const start = offsets[i];
      offsets[i + 1] = start + word.length;
      letters = enlarged(letters, offsets[i + 1]);
      for (let j = 0; j < word.length; j++) letters[start + j] = word.charCodeAt(j);
    }
    return new Dictionary(letters.slice(0, offsets[numbers.length]), offsets);
  }

  static readonly empty = new Dictionary(new Uint16Array(), Uint32Array.of(0));

  word(place: number): string {
    return textOf(this.letters.subarray(this.offsets[place], this.offsets[place + 1]));
  }

  length(place: number): number {
    return this.offsets[place + 1] - this.offsets[place];
  }

  /** The place of a word, or -1. */
  find(word: string): number {
    const place = this.lowerBound(word);
    return place < this.size && this.length(place) === word.length && this.startsWith(place, word) ? place : -1;
  }

  startsWith(place: number, prefix: string): boolean {
    return this.#compareStart(place, prefix) === 0;
  }

  /** The first place whose word is not before `word`. */
  lowerBound(word: string): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compareStart(middle, word) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The first place after those whose words start with `prefix`, of which `from` is the first or one of them. */
  prefixEnd(prefix: string, from: number): number {
    let low = from;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compareStart(middle, prefix) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Below 0 where the word is before all words with this prefix, 0 where it has it, above 0 where it is after them. */
  #compareStart(place: number, prefix: string): number {
    const { letters } = this;
    const start = this.offsets[place];
    const end = this.offsets[place + 1];
    for (let i = 0; i < prefix.length; i++) {
      if (start + i >= end) return -1;
      const difference = letters[start + i] - prefix.charCodeAt(i);
      if (difference !== 0) return difference;
    }
    return 0;
  }
}

/** Units that one call of `String.fromCharCode` takes for sure. */
const UNITS_AT_ONCE = 4096;

/** The text of UTF-16 units. */
export function textOf(units: Uint16Array): string {
  if (units.length <= UNITS_AT_ONCE) return String.fromCharCode(...units);
  let text = '';
  for (let at = 0; at < units.length; at += UNITS_AT_ONCE) {
    text += String.fromCharCode(...units.subarray(at, at + UNITS_AT_ONCE));
  }
  return text;
}
