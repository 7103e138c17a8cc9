import { enlarged } from '../index/growing';
import type { LiveIndex } from '../index/liveIndex';
import { paperCharClasses } from '../text/charClasses';
import { findWords, noBounds } from '../text/scan';
import { Utf8Text } from '../text/utf8';
import { NOTHING, WordTerms } from './wordTerms';

/** How much a word of a title or keyword counts, beside one of an abstract. */
const OF_TITLE = 3;
/** What two words that follow one another count, beside one word. */
const PAIR = 0.7;
/** In the place of a word: here one text ends. */
const END = -1;

/** What is read of a paper. */
export interface PaperText {
  readonly title: string;
  readonly abstract: string;
  /** Keywords and categories. */
  readonly keywords: readonly string[];
}

/** What a paper says: how often each term stands in it, and its words in order. */
export interface PaperTerms {
  readonly terms: Uint32Array;
  readonly counts: Float64Array;
  /** The numbers of its words as they stand there, the texts one after the other with -1 between them. */
  readonly words: Int32Array;
}

/** Reads papers as terms: stems as the index has them, and pairs of these, all numbered from 0 in the order in which they come. */
export class TermReader {
  readonly #words: WordTerms;
  /** By number of a term: its place in the paper that is being read, plus one. */
  #places = new Uint32Array(1024);
  /** Of the paper that is being read: its words, its terms, and how often these stand in it. */
  #ownWords = new Int32Array(1024);
  #wordCount = 0;
  #ownTerms = new Uint32Array(1024);
  #ownCounts = new Float64Array(1024);
  #termCount = 0;
  readonly #text = new Utf8Text();
  readonly #bounds = noBounds();

  /** @param index that of the library */
  constructor(index: LiveIndex) {
    this.#words = new WordTerms(index);
  }

  /** Number of terms. */
  get size(): number {
    return this.#words.size;
  }

  /** A word as it stands in a paper, in lower case. */
  wordText(word: number): string {
    return this.#words.text(word);
  }

  /** The term of a word, or -1. */
  termOf(word: number): number {
    return word === END ? NOTHING : this.#words.term(word);
  }

  /** The terms of which a term is the pair, where it is one. */
  pairOf(term: number): { readonly first: number; readonly second: number } | undefined {
    const first = this.#words.firstOf(term);
    return first === NOTHING ? undefined : { first, second: this.#words.secondOf(term) };
  }

  /** In how many fields of papers of the library a term stands; 0 for a pair. */
  frequency(term: number): number {
    return this.#words.frequency(term);
  }

  /** @param learnsPairs whether its pairs become terms; else only those count that are known from other papers */
  read({ title, abstract, keywords }: PaperText, learnsPairs: boolean): PaperTerms {
    this.#wordCount = 0;
    this.#termCount = 0;
    this.#readText(title, OF_TITLE, learnsPairs);
    for (const keyword of keywords) this.#readText(keyword, OF_TITLE, learnsPairs);
    this.#readText(abstract, 1, learnsPairs);
    const places = this.#places;
    const terms = this.#ownTerms.slice(0, this.#termCount);
    for (let i = 0; i < terms.length; i++) places[terms[i]] = 0;
    return {
      terms,
      counts: this.#ownCounts.slice(0, this.#termCount),
      words: this.#ownWords.slice(0, this.#wordCount),
    };
  }

  /** The numbers of the words of a text. */
  wordsOf(text: string): Int32Array {
    this.#wordCount = 0;
    this.#findWords(text);
    return this.#ownWords.slice(0, this.#wordCount);
  }

  #readText(text: string, weight: number, learnsPairs: boolean): void {
    const from = this.#wordCount;
    this.#findWords(text);
    const end = this.#wordCount;
    // Each word is at most one more term, and one more pair.
    this.#ownTerms = enlarged(this.#ownTerms, this.#termCount + 2 * (end - from));
    this.#ownCounts = enlarged(this.#ownCounts, this.#termCount + 2 * (end - from));
    const words = this.#ownWords;
    const table = this.#words;
    let before = NOTHING;
    for (let at = from; at < end; at++) {
      const term = table.term(words[at]);
      if (term < 0) continue;
      this.#count(term, weight);
      if (before >= 0 && before !== term) {
        const pair = learnsPairs ? table.learnPair(before, term) : table.pair(before, term);
        if (pair >= 0) this.#count(pair, weight * PAIR);
      }
      before = term;
    }
    this.#ownWords[this.#wordCount++] = END;
  }

  /** Adds the words of a text to those of the paper; there is room for what ends it. */
  #findWords(text: string): void {
    const lower = this.#text.set(text.toLowerCase());
    const count = findWords(lower, paperClasses, this.#bounds);
    const { starts, ends } = this.#bounds;
    const words = (this.#ownWords = enlarged(this.#ownWords, this.#wordCount + count + 1));
    const table = this.#words;
    let at = this.#wordCount;
    for (let i = 0; i < count; i++) words[at++] = table.word(lower, starts[i], ends[i]);
    this.#wordCount = at;
  }

  #count(term: number, weight: number): void {
    if (term >= this.#places.length) this.#places = enlarged(this.#places, this.size);
    let place = this.#places[term];
    if (place === 0) {
      this.#ownTerms[this.#termCount] = term;
      this.#ownCounts[this.#termCount] = 0;
      this.#places[term] = place = ++this.#termCount;
    }
    this.#ownCounts[place - 1] += weight;
  }
}

const paperClasses = paperCharClasses();
