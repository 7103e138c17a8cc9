import { Dictionary } from './dictionary';
import { matchesGlob } from './glob';
import { isNear, nearBeginnings, nearWords } from './nearWords';

/** Where the words with a prefix are: the places from `low` up to `high`, and further numbers. */
export interface PrefixRange {
  readonly low: number;
  readonly high: number;
  readonly added: readonly number[];
}

/**
 * A dictionary to which words can be added: the words of the dictionary have their places as numbers, an added word has
 * the next number. Numbers stay as they are until the vocabulary is built anew.
 */
export class Vocabulary {
  readonly base: Dictionary;
  readonly #added: string[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(base: Dictionary) {
    this.base = base;
  }

  get size(): number {
    return this.base.size + this.#added.length;
  }

  /** The words that are not in the dictionary, in the order of their numbers. */
  get added(): readonly string[] {
    return this.#added;
  }

  word(number: number): string {
    return number < this.base.size ? this.base.word(number) : this.#added[number - this.base.size];
  }

  /** The number of a word, or -1. */
  find(word: string): number {
    const place = this.base.find(word);
    return place >= 0 ? place : (this.#numbers.get(word) ?? -1);
  }

  /** The number of a word, a new one where it is new. */
  add(word: string): number {
    const known = this.find(word);
    if (known >= 0) return known;
    const number = this.size;
    this.#numbers.set(word, number);
    this.#added.push(word);
    return number;
  }

  /** The words that start with a prefix; the empty word never does. */
  prefix(prefix: string): PrefixRange {
    const low = this.base.lowerBound(prefix === '' ? '\0' : prefix);
    const high = this.base.prefixEnd(prefix, low);
    return { low, high, added: this.#addedWhere((word) => word.startsWith(prefix)) };
  }

  /** The words that match a pattern in which `*` stands for any characters, also none. */
  glob(pattern: string): number[] {
    const prefix = pattern.slice(0, pattern.indexOf('*'));
    const isPrefix = pattern.length === prefix.length + 1;
    const { low, high, added } = this.prefix(prefix);
    const numbers: number[] = [];
    for (let place = low; place < high; place++) {
      if (isPrefix || matchesGlob(this.base.word(place), pattern)) numbers.push(place);
    }
    return [...numbers, ...added.filter((number) => matchesGlob(this.word(number), pattern))];
  }

  /** The words within an edit distance, in the sense of `nearWords`, of those that start with `prefix`. */
  near(pattern: string, distance: number, prefix = ''): number[] {
    const { low, high, added } = this.prefix(prefix);
    const places = nearWords(this.base, pattern, distance, low, high);
    return [...places, ...added.filter((number) => isNear(this.word(number), pattern, distance))];
  }

  /** The words of which a beginning is within an edit distance, of those that start with `prefix`. */
  nearBeginnings(pattern: string, distance: number, prefix = ''): number[] {
    const { low, high, added } = this.prefix(prefix);
    const places = nearBeginnings(this.base, pattern, distance, low, high);
    const near = added.filter(
      (number) => nearBeginnings(Dictionary.ofWord(this.word(number)), pattern, distance).length > 0,
    );
    return [...places, ...near];
  }

  #addedWhere(test: (word: string) => boolean): number[] {
    const numbers: number[] = [];
    for (const [i, word] of this.#added.entries()) if (word !== '' && test(word)) numbers.push(this.base.size + i);
    return numbers;
  }
}
