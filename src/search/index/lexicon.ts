import type { Vocabulary } from './vocabulary';

/** Of a word and an analyzer: the word stands nowhere where that analyzer is used, or the analyzer leaves it out. */
export const NO_TERM = -1;

/**
 * The words as they stand in the texts, the terms that the index knows, and which words stand for which terms. One
 * numbering of each for all segments of an index. How often a word stands in living documents is counted, so that words that
 * only documents had that are gone are as words that never were.
 */
export class Lexicon {
  /** Of added words: by analyzer, from the first added word on. */
  readonly #addedTerms: number[][];
  readonly #addedUses: number[][];

  constructor(
    readonly words: Vocabulary,
    readonly terms: Vocabulary,
    /** By analyzer: the term of each word of the words' dictionary, or `NO_TERM`. */
    readonly wordTerms: readonly Int32Array[],
    /** By analyzer: how often each word of the words' dictionary stands in living documents. */
    readonly uses: readonly Uint32Array[],
  ) {
    this.#addedTerms = wordTerms.map(() => []);
    this.#addedUses = wordTerms.map(() => []);
  }

  /** The term of a word under an analyzer, or `NO_TERM`. */
  term(word: number, analyzer: number): number {
    if (this.usesOf(word, analyzer) === 0) return NO_TERM;
    const { size } = this.words.base;
    return word < size ? this.wordTerms[analyzer][word] : (this.#addedTerms[analyzer][word - size] ?? NO_TERM);
  }

  /** Notes the term of a word under an analyzer; numbers of both are known. */
  setTerm(word: number, analyzer: number, term: number): void {
    const { size } = this.words.base;
    if (word < size) this.wordTerms[analyzer][word] = term;
    else this.#addedTerms[analyzer][word - size] = term;
  }

  /** How often a word stands in living documents where an analyzer is used. */
  usesOf(word: number, analyzer: number): number {
    const { size } = this.words.base;
    return word < size ? this.uses[analyzer][word] : (this.#addedUses[analyzer][word - size] ?? 0);
  }

  /** Notes that a word stands so many times more, or fewer, in living documents. */
  use(word: number, analyzer: number, count: number): void {
    const { size } = this.words.base;
    if (word < size) this.uses[analyzer][word] += count;
    else this.#addedUses[analyzer][word - size] = (this.#addedUses[analyzer][word - size] ?? 0) + count;
  }

  /** Whether a word stands in any living document. */
  isUsed(word: number): boolean {
    for (let analyzer = 0; analyzer < this.uses.length; analyzer++) if (this.usesOf(word, analyzer) > 0) return true;
    return false;
  }

  /** The number of a word that stands in a living document, or -1. */
  findUsed(word: string): number {
    const number = this.words.find(word);
    return number >= 0 && this.isUsed(number) ? number : -1;
  }
}
