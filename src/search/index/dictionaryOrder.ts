import type { Dictionary } from './dictionary';

/** Stretches up to this length are sorted by insertion. */
const SHORT = 12;

/** The numbers of words in the order of their UTF-16 units. */
export function dictionaryOrder(words: Dictionary): Uint32Array {
  const order = Uint32Array.from({ length: words.size }, (_, i) => i);
  new Sorter(words, order).sort(0, order.length, 0);
  return order;
}

/**
 * Quicksort by one letter at a time (Bentley and Sedgewick, "Fast algorithms for sorting and searching strings", 1997):
 * makes no strings and compares no letter twice.
 */
class Sorter {
  readonly #letters: Uint16Array;
  readonly #offsets: Uint32Array;
  readonly #order: Uint32Array;

  constructor({ letters, offsets }: Dictionary, order: Uint32Array) {
    this.#letters = letters;
    this.#offsets = offsets;
    this.#order = order;
  }

  /** Sorts the places from `from` up to `to`, whose words agree in their first `depth` letters. */
  sort(from: number, to: number, depth: number): void {
    const order = this.#order;
    while (to - from > SHORT) {
      const pivot = this.#letter(order[(from + to) >>> 1], depth);
      let less = from; // from here on the letter is the pivot's …
      let more = to; // … up to here, once all are looked at
      for (let i = from; i < more;) {
        const word = order[i];
        const letter = this.#letter(word, depth);
        if (letter === pivot) i++;
        else if (letter < pivot) {
          order[i++] = order[less];
          order[less++] = word;
        } else {
          order[i] = order[--more];
          order[more] = word;
        }
      }
      this.sort(from, less, depth);
      this.sort(more, to, depth);
      if (pivot < 0) return; // words that end here are the same
      from = less;
      to = more;
      depth++;
    }
    this.#insertionSort(from, to, depth);
  }

  #insertionSort(from: number, to: number, depth: number): void {
    const order = this.#order;
    for (let i = from + 1; i < to; i++) {
      const word = order[i];
      let at = i;
      while (at > from && this.#isBefore(word, order[at - 1], depth)) order[at] = order[--at];
      order[at] = word;
    }
  }

  #isBefore(a: number, b: number, depth: number): boolean {
    for (let i = depth; ; i++) {
      const letter = this.#letter(a, i);
      const other = this.#letter(b, i);
      if (letter !== other) return letter < other;
      if (letter < 0) return false;
    }
  }

  /** A letter of a word, or -1 after its end. */
  #letter(word: number, depth: number): number {
    const at = this.#offsets[word] + depth;
    return at < this.#offsets[word + 1] ? this.#letters[at] : -1;
  }
}
