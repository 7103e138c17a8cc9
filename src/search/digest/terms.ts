import type { RankablePaper } from './contract';
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
/** A pair is found by its first term times this plus its second one. */
const TERM_RANGE = 2 ** 26;
/** Between two texts. */
const NOTHING = -1;

/** What a paper says: how often each term stands in it, and its words in order. */
export interface PaperTerms {
  readonly terms: Uint32Array;
  readonly counts: Float32Array;
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
  readonly #pairs = new Map<number, number>();
  /** By number of a term: the stem, empty for a pair. */
  readonly stems: string[] = [];
  /** By number of a term: its place in the paper that is being read, plus one. */
  #places = new Uint32Array(1024);
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
    return this.#pairs.get(first * TERM_RANGE + second) ?? NOTHING;
  }

  /** @param learnsPairs whether its pairs become terms; else only those count that are known from other papers */
  read({ title, abstract = '', keywords = [] }: RankablePaper, learnsPairs: boolean): PaperTerms {
    const words: number[] = [];
    const terms: number[] = [];
    const counts: number[] = [];
    const count = (term: number, weight: number): void => {
      if (term >= this.#places.length) this.#growPlaces();
      if (this.#places[term] === 0) this.#places[term] = terms.push(term);
      counts[this.#places[term] - 1] = (counts[this.#places[term] - 1] ?? 0) + weight;
    };
    const readText = (text: string, weight: number): void => {
      let before = NOTHING;
      for (const word of this.wordsOf(text)) {
        words.push(word);
        const term = this.#terms[word];
        if (term < 0) continue;
        count(term, weight);
        if (before >= 0 && before !== term) {
          const pair = learnsPairs ? this.#pair(before, term) : this.pairOf(before, term);
          if (pair >= 0) count(pair, weight * PAIR);
        }
        before = term;
      }
      words.push(NOTHING);
    };
    readText(title, OF_TITLE);
    for (const keyword of keywords) readText(keyword, OF_TITLE);
    readText(abstract, 1);
    for (const term of terms) this.#places[term] = 0;
    return { terms: Uint32Array.from(terms), counts: Float32Array.from(counts), words: Int32Array.from(words) };
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
    const key = first * TERM_RANGE + second;
    let term = this.#pairs.get(key);
    if (term === undefined) this.#pairs.set(key, (term = this.stems.push('') - 1));
    return term;
  }

  #growPlaces(): void {
    const places = new Uint32Array(Math.max(this.#places.length * 2, this.size));
    places.set(this.#places);
    this.#places = places;
  }
}

const paperClasses = paperCharClasses();
