import type { LiveIndex } from '../index/liveIndex';
import { FIELDS } from '../fields';
import { inverseDocumentFrequency } from '../index/weights';
import { isStopWord, stem } from '../text/analysis';

/** The field of each mask: a paper that has a word in two of them counts once, by the field in which most papers have it. */
const FIELD_BITS = FIELDS.map((_, bit) => 1 << bit);

/** A word as the index knows it. */
export interface KnownWord {
  /** Negative for a word that says nothing, or that no paper has. */
  readonly term: number;
  /** The inverse document frequency. */
  readonly rarity: number;
}

const UNKNOWN: KnownWord = { term: -1, rarity: 0 };

/** Terms and rarities of words, looked up once each. */
export class WordRarities {
  readonly #index: LiveIndex;
  readonly #stemmed = new Map<string, KnownWord>();
  readonly #plain = new Map<string, KnownWord>();

  constructor(index: LiveIndex) {
    this.#index = index;
  }

  /**
   * @param word in the form of the index
   * @param stems whether its stem counts, as in English texts
   */
  of(word: string, stems: boolean): KnownWord {
    const known = stems ? this.#stemmed : this.#plain;
    let found = known.get(word);
    if (!found) known.set(word, (found = this.#lookUp(word, stems)));
    return found;
  }

  #lookUp(word: string, stems: boolean): KnownWord {
    const term = isStopWord(word) ? -1 : this.#index.lexicon.terms.find(stems ? stem(word) : word);
    if (term < 0) return UNKNOWN;
    const frequency = FIELD_BITS.reduce((most, bit) => Math.max(most, this.#index.frequencyIn(term, bit)), 0);
    return { term, rarity: inverseDocumentFrequency(frequency, this.#index.statistics.documents) };
  }
}
