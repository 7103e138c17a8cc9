/** Which words of the lexicon one word of a query stands for, where titles are compared word by word. */
export interface WordMatch {
  /** The word itself, or -1. */
  readonly exact: number;
  /** The words that begin as it does: those from `low` up to `high`; none where both are 0. */
  readonly low: number;
  readonly high: number;
  /** Words that it may be a typo of, and words added since that begin as it does. */
  readonly others: readonly number[];
}

/** One word of a query as the index sees it: terms with their boosts. A document matches by any of them. */
export interface Leaf {
  readonly terms: readonly number[];
  readonly boosts: readonly number[];
  /** The fields that count, as a mask. */
  readonly fields: number;
  /** Whether what matches adds to the score. */
  readonly scored: boolean;
  readonly match: WordMatch;
}

/** Whether a word of a title is what the query's word stands for. */
export function matchesWord({ exact, low, high, others }: WordMatch, word: number): boolean {
  return word === exact || (word >= low && word < high) || others.includes(word);
}
