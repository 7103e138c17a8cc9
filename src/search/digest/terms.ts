import type { RankablePaper } from './contract';
import { PairTable } from './pairTable';
import { enlarged } from '../index/growing';
import { WordTable } from '../index/wordTable';
import { foldWord } from '../text/fold';
import { paperCharClasses } from '../text/charClasses';
import { textAnalyzer } from '../text/analysis';
import { findWords, noBounds } from '../text/scan';
import { Utf8Text } from '../text/utf8';

/** How much a word of a title or keyword counts, beside one of an abstract. */
const OF_TITLE = 3;
/** What two words that follow one another count, beside one word. */
const PAIR = 0.7;
/** Between two texts. */
const NOTHING = -1;

/** What a paper says: how often each term stands in it, and its words in order. */
export interface PaperTerms {
  readonly terms: Uint32Array;
  readonly counts: Float64Array;
  /** The numbers of its words as they stand there, the texts one after the other with -1 between them. */
  readonly words: Int32Array;
}

/** Reads papers as terms: stems as the index has them, and pairs of these, all numbered from 0 in the order in which they come. */
export class TermReader {
  readonly #words = new WordTable();
  /** By number of a word: how it stands there, in lower case, and its term, or -1 for one that says nothing. */
  readonly #texts: string[] = [];
  readonly #terms: number[] = [];
  readonly #stems = new Map<string, number>();
  readonly #pairs = new PairTable();
  /** By number of a term: the stem, empty for a pair. */
  readonly stems: string[] = [];
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

  /** Number of terms. */
  get size(): number {
    return this.stems.length;
  }

  /** A word as it stands in a paper, in lower case. */
  wordText(word: number): string {
    return this.#texts[word];
  }

  /** The term of a word, or -1. */
  termOf(word: number): number {
    return word === NOTHING ? NOTHING : this.#terms[word];
  }

  /** The term of a pair that a paper had whose pairs were learnt, or -1. */
  pairOf(first: number, second: number): number {
    return this.#pairs.get(first, second);
  }

  /** @param learnsPairs whether its pairs become terms; else only those count that are known from other papers */
  read({ title, abstract = '', keywords = [] }: RankablePaper, learnsPairs: boolean): PaperTerms {
    this.#wordCount = 0;
    this.#termCount = 0;
    this.#readText(title, OF_TITLE, learnsPairs);
    for (const keyword of keywords) this.#readText(keyword, OF_TITLE, learnsPairs);
    this.#readText(abstract, 1, learnsPairs);
    const terms = this.#ownTerms.slice(0, this.#termCount);
    for (const term of terms) this.#places[term] = 0;
    return {
      terms,
      counts: this.#ownCounts.slice(0, this.#termCount),
      words: this.#ownWords.slice(0, this.#wordCount),
    };
  }

  #readText(text: string, weight: number, learnsPairs: boolean): void {
    const words = this.wordsOf(text);
    this.#ownWords = enlarged(this.#ownWords, this.#wordCount + words.length + 1);
    // Each word is at most one more term, and one more pair.
    this.#ownTerms = enlarged(this.#ownTerms, this.#termCount + 2 * words.length);
    this.#ownCounts = enlarged(this.#ownCounts, this.#termCount + 2 * words.length);
    let before = NOTHING;
    for (let i = 0; i < words.length; i++) {
      this.#ownWords[this.#wordCount++] = words[i];
      const term = this.#terms[words[i]];
      if (term < 0) continue;
      this.#count(term, weight);
      if (before >= 0 && before !== term) {
        const pair = learnsPairs ? this.#pair(before, term) : this.pairOf(before, term);
        if (pair >= 0) this.#count(pair, weight * PAIR);
      }
      before = term;
    }
    this.#ownWords[this.#wordCount++] = NOTHING;
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

  /** The numbers of the words of a text. */
  wordsOf(text: string): Uint32Array {
    const lower = this.#text.set(text.toLowerCase());
    const count = findWords(lower, paperClasses, this.#bounds);
    const words = new Uint32Array(count);
    const { starts, ends } = this.#bounds;
    for (let i = 0; i < count; i++) {
      const word = this.#words.number(lower, starts[i], ends[i]);
      if (word === this.#texts.length) this.#learn(lower.slice(starts[i], ends[i]));
      words[i] = word;
    }
    return words;
  }

  #learn(text: string): void {
    this.#texts.push(text);
    const stem = textAnalyzer(foldWord(text));
    if (stem === undefined) return void this.#terms.push(NOTHING);
    let term = this.#stems.get(stem);
    if (term === undefined) this.#stems.set(stem, (term = this.stems.push(stem) - 1));
    this.#terms.push(term);
  }

  #pair(first: number, second: number): number {
    let term = this.#pairs.get(first, second);
    if (term < 0) this.#pairs.add(first, second, (term = this.stems.push('') - 1));
    return term;
  }
}

const paperClasses = paperCharClasses();
