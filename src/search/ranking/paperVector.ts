import type { SearchDocument, SearchField } from '../contract';
import type { LiveIndex } from '../index/liveIndex';
import { wordsOf } from '../query/words';
import { isEnglish } from '../text/analysis';
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
/** A pair is named by its first term times this plus its second one; both are exact in one float. */
const TERM_RANGE = 2 ** 26;

/** A word or a pair of words of a paper. */
export interface Trait {
  /** Squares of the weights of all traits of a paper add up to 1. */
  weight: number;
  /** As it stands in the paper where it stands first. */
  readonly shown: string;
  /** Of a pair: its two words. */
  readonly words?: readonly [number, number];
}

/** What a paper speaks of: its words, by term, and its pairs of words. */
export type PaperVector = ReadonlyMap<number, Readonly<Trait>>;

/** Makes vectors of papers; keeps what it learns of words, so that one of them is used for many papers. */
export class PaperVectors {
  readonly #rarities: WordRarities;

  constructor(index: LiveIndex) {
    this.#rarities = new WordRarities(index);
  }

  of(paper: SearchDocument): PaperVector {
    const stems = isEnglish(paper.language);
    const traits = new Map<number, Trait>();
    for (const [field, count] of Object.entries(TELLING)) {
      for (const text of textsOf(paper, [field as SearchField])) this.#addText(traits, text, count, stems);
    }
    let square = 0;
    for (const { weight } of traits.values()) square += weight * weight;
    for (const trait of traits.values()) trait.weight /= Math.sqrt(square);
    return traits;
  }

  #addText(traits: Map<number, Trait>, text: string, count: number, stems: boolean): void {
    let before: { term: number; weight: number; start: number } | undefined;
    for (const { text: word, start, end } of wordsOf(text)) {
      const { term, rarity } = this.#rarities.of(word, stems);
      if (term < 0) continue;
      const weight = rarity ** RARITY;
      add(traits, term, count * weight, () => ({ weight: 0, shown: text.slice(start, end) }));
      if (before && before.term !== term) {
        const { term: first, weight: ofFirst, start: from } = before;
        const pair = (): Trait => ({ weight: 0, shown: text.slice(from, end), words: [first, term] });
        add(traits, first * TERM_RANGE + term, (count * PAIR * (weight + ofFirst)) / 2, pair);
      }
      before = { term, weight, start };
    }
  }
}

function add(traits: Map<number, Trait>, key: number, weight: number, make: () => Trait): void {
  let trait = traits.get(key);
  if (!trait) traits.set(key, (trait = make()));
  trait.weight += weight;
}

/** The cosine of two vectors, from 0 to 1. */
export function similarity(a: PaperVector, b: PaperVector): number {
  let sum = 0;
  for (const [key, { weight }] of a) sum += weight * (b.get(key)?.weight ?? 0);
  return sum;
}

/** What makes two papers alike, most telling first, as it stands in the second one. */
export function sharedTraits(a: PaperVector, b: PaperVector, limit: number): string[] {
  const shared = [...b].flatMap(([key, trait]) => {
    const weight = trait.weight * (a.get(key)?.weight ?? 0);
    return weight > 0 ? [{ key, trait, weight }] : [];
  });
  shared.sort((one, other) => other.weight - one.weight);
  const told = new Set<number>();
  const shown: string[] = [];
  for (const { key, trait } of shared) {
    if (shown.length === limit) break;
    const words = trait.words ?? [key];
    if (words.every((word) => told.has(word))) continue;
    for (const word of words) told.add(word);
    shown.push(trait.shown);
  }
  return shown;
}
