import type { SearchDocument, SearchField } from '../contract';
import type { LiveIndex } from '../index/liveIndex';
import { wordsOf } from '../query/words';
import { isEnglish } from '../text/analysis';
import { namedOnce } from '../text/namedOnce';
import { textsOf } from './phrase';
import { WordRarities } from './wordRarities';

/** What makes papers alike, and how much one word of it counts. */
export const TELLING: Partial<Record<SearchField, number>> = {
  title: 5,
  keywords: 3,
  noteTags: 3,
  abstract: 1,
  note: 1,
};
/** The power of a word's rarity: what a subject is called is not rare where the library is about it. */
const RARITY = 0.75;
/** What two words that follow one another count, relative to one word as rare. */
const PAIR = 1.5;
/** A pair is named by its first term, counted from 1, times this plus its second one: both are exact in one float. */
const TERM_RANGE = 2 ** 26;

/** What a paper speaks of: the weights of its words, by term, and of its pairs of words. Their squares add up to 1. */
export type PaperVector = ReadonlyMap<number, number>;

/** Takes a word or a pair of words of a text, with where it stands in it. */
type Visit = (key: number, weight: number, text: string, start: number, end: number) => void;

/** Whether a key of a vector is that of a pair of words. */
export function isPair(key: number): boolean {
  return key >= TERM_RANGE;
}

/** Makes vectors of papers; keeps what it learns of words, so that one of them is used for many papers. */
export class PaperVectors {
  readonly #rarities: WordRarities;

  constructor(index: LiveIndex) {
    this.#rarities = new WordRarities(index);
  }

  of(paper: SearchDocument): PaperVector {
    const vector = new Map<number, number>();
    this.#visit(paper, (key, weight) => vector.set(key, (vector.get(key) ?? 0) + weight));
    let square = 0;
    for (const weight of vector.values()) square += weight * weight;
    const length = Math.sqrt(square);
    for (const [key, weight] of vector) vector.set(key, weight / length);
    return vector;
  }

  /** What makes a paper like another one, most telling first, as it stands in it where it stands first; no word twice. */
  shared(paper: SearchDocument, other: SearchDocument, limit: number): string[] {
    const [own, others] = [this.of(paper), this.of(other)];
    const shown = new Map<number, string>();
    this.#visit(paper, (key, _, text, start, end) => {
      if (others.has(key) && !shown.has(key)) shown.set(key, text.slice(start, end));
    });
    const weight = (key: number): number => own.get(key)! * others.get(key)!;
    const keys = [...shown.keys()].sort((a, b) => weight(b) - weight(a));
    const texts = keys.map((key) => shown.get(key)!);
    return namedOnce(texts, limit, isEnglish(paper.language));
  }

  #visit(paper: SearchDocument, visit: Visit): void {
    const stems = isEnglish(paper.language);
    for (const [field, count] of Object.entries(TELLING)) {
      for (const text of textsOf(paper, [field as SearchField])) this.#visitText(text, count, stems, visit);
    }
  }

  #visitText(text: string, count: number, stems: boolean, visit: Visit): void {
    let [before, from, weightBefore] = [-1, 0, 0];
    for (const { text: word, start, end } of wordsOf(text)) {
      const { term, rarity } = this.#rarities.of(word, stems);
      if (term < 0) continue;
      const weight = count * rarity ** RARITY;
      visit(term, weight, text, start, end);
      if (before >= 0 && before !== term) {
        visit((before + 1) * TERM_RANGE + term, (PAIR * (weight + weightBefore)) / 2, text, from, end);
      }
      [before, from, weightBefore] = [term, start, weight];
    }
  }
}

/** The cosine of two vectors, from 0 to 1. */
export function similarity(a: PaperVector, b: PaperVector): number {
  let sum = 0;
  for (const [key, weight] of a) sum += weight * (b.get(key) ?? 0);
  return sum;
}
