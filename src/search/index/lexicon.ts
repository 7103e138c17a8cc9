import type { Vocabulary } from './vocabulary';

/** Of a word and an analyzer: the word was never met where that analyzer is used, or the analyzer leaves it out. */
export const NO_TERM = -1;

/**
 * The words as they stand in the texts, the terms that the index knows, and which words stand for which terms. One
 * numbering of each for all segments of an index.
 */
export class Lexicon {
  /** Terms of added words: by analyzer, from the first added word on. */
  readonly #addedTerms: number[][];

  constructor(
    readonly words: Vocabulary,
    readonly terms: Vocabulary,
    /** By analyzer: the term of each word of the words' dictionary, or `NO_TERM`. */
    readonly wordTerms: readonly Int32Array[],
  ) {
    this.#addedTerms = wordTerms.map(() => []);
  }

  /** The term of a word under an analyzer, or `NO_TERM`. */
  term(word: number, analyzer: number): number {
    const { size } = this.words.base;
    if (word < size) return this.wordTerms[analyzer][word];
    return this.#addedTerms[analyzer][word - size] ?? NO_TERM;
  }

  /** Notes the term of a word under an analyzer; numbers of both are known. */
  setTerm(word: number, analyzer: number, term: number): void {
    const { size } = this.words.base;
    if (word < size) this.wordTerms[analyzer][word] = term;
    else this.#addedTerms[analyzer][word - size] = term;
  }
}
