import { NO_TERM } from '../index/lexicon';
import type { LiveIndex } from '../index/liveIndex';
import { WordTable } from '../index/wordTable';
import { TEXT } from '../paperSchema';
import { textAnalyzer } from '../text/analysis';
import { foldWord } from '../text/fold';
import type { Utf8Text } from '../text/utf8';
import { PairTable } from './pairTable';

/** In place of a term's number in the index: the index had no such term. */
const NOT_THERE = -1;
/** The term of a word that says nothing. */
export const NOTHING = -1;

/**
 * The words of papers, and which terms they stand for: stems, and pairs of these, all numbered from 0 in the order in which they come. What
 * the index knows of a word is taken from there, as that is sooner found than a stem made.
 */
export class WordTerms {
  readonly #index: LiveIndex;
  readonly #words = new WordTable();
  readonly #texts: string[] = [];
  /** By word: its term, or `NOTHING`. */
  readonly #terms: number[] = [];
  /** By term of the index: the term plus one. Those that came to the index since are as words that it has not. */
  readonly #ofIndex: Int32Array;
  /** The terms that the index has not, by their stems. */
  readonly #others = new Map<string, number>();
  readonly #pairs = new PairTable();
  /** By term: its number in the index, or `NOT_THERE`. */
  readonly #places: number[] = [];
  /** By term: the terms of which it is the pair, or `NOTHING`. */
  readonly #firsts: number[] = [];
  readonly #seconds: number[] = [];

  constructor(index: LiveIndex) {
    this.#index = index;
    this.#ofIndex = new Int32Array(index.lexicon.terms.size);
  }

  /** Number of terms. */
  get size(): number {
    return this.#places.length;
  }

  /** The number of the word in a text, in lower case, from `start` up to `end`, in bytes. */
  word(text: Utf8Text, start: number, end: number): number {
    const word = this.#words.number(text, start, end);
    if (word === this.#texts.length) this.#learn(text.slice(start, end));
    return word;
  }

  /** A word as it stands in papers, in lower case. */
  text(word: number): string {
    return this.#texts[word];
  }

  /** The term of a word, or `NOTHING`. */
  term(word: number): number {
    return this.#terms[word];
  }

  /** The term of a pair of terms, or `NOTHING` where it has none. */
  pair(first: number, second: number): number {
    return this.#pairs.get(first, second);
  }

  /** The term of a pair of terms, a new one where it has none. */
  learnPair(first: number, second: number): number {
    const term = this.#pairs.learn(first, second, this.size);
    return term === this.size ? this.#add(NOT_THERE, first, second) : term;
  }

  /** The first term of a pair; `NOTHING` where the term is a word's. */
  firstOf(term: number): number {
    return this.#firsts[term];
  }

  /** The second term of a pair. */
  secondOf(term: number): number {
    return this.#seconds[term];
  }

  /** In how many fields of papers of the library a term stands; 0 for a pair. */
  frequency(term: number): number {
    const place = this.#places[term];
    return place < 0 ? 0 : this.#index.frequency(place);
  }

  #learn(text: string): void {
    this.#texts.push(text);
    this.#terms.push(this.#termOf(foldWord(text)));
  }

  #termOf(folded: string): number {
    const { lexicon } = this.#index;
    const word = lexicon.words.find(folded);
    if (word >= 0 && lexicon.usesOf(word, TEXT) > 0) {
      const term = lexicon.term(word, TEXT);
      return term === NO_TERM ? NOTHING : this.#ofPlace(term, () => lexicon.terms.word(term));
    }
    const stem = textAnalyzer(folded);
    return stem === undefined ? NOTHING : this.#ofPlace(lexicon.terms.find(stem), () => stem);
  }

  #ofPlace(place: number, stem: () => string): number {
    if (place < 0 || place >= this.#ofIndex.length) return this.#ofStem(stem());
    if (this.#ofIndex[place] === 0) this.#ofIndex[place] = this.#add(place) + 1;
    return this.#ofIndex[place] - 1;
  }

  #ofStem(stem: string): number {
    let term = this.#others.get(stem);
    if (term === undefined) this.#others.set(stem, (term = this.#add(NOT_THERE)));
    return term;
  }

  #add(place: number, first = NOTHING, second = NOTHING): number {
    this.#firsts.push(first);
    this.#seconds.push(second);
    return this.#places.push(place) - 1;
  }
}
