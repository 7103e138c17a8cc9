import { BEGINS_SO, SAME_STEM } from './settings';

/** Which words of the lexicon one word of a query stands for, where titles are compared word by word. */
export interface WordMatch {
  /** The word itself, or -1. */
  readonly exact: number;
  /** The term of its stem, or -1: a word with the same stem is nearly the same word. */
  readonly stem: number;
  /** The words that begin as it does: those from `low` up to `high`; none where both are 0. */
  readonly low: number;
  readonly high: number;
  /** Further ones, which were added since. */
  readonly added: readonly number[];
  /** Words that it may be a typo of. */
  readonly others: readonly number[];
  /** Whether it says something of a paper by itself, as stop words do not. */
  readonly telling: boolean;
}

/** One word of a query as the index sees it: terms with their boosts. A document matches by any of them. */
export interface Leaf {
  /** The word as it was typed, in the form of the index. */
  readonly word: string;
  readonly terms: readonly number[];
  readonly boosts: readonly number[];
  /** The first so many terms are the word itself or its stem … */
  readonly exact: number;
  /** … which are worth this part of their boosts in running text. */
  readonly inText: number;
  /** The fields that count, as a mask. */
  readonly fields: number;
  /** Whether what matches adds to the score. */
  readonly scored: boolean;
  readonly match: WordMatch;
}

/** How well a word is what the query's word stands for: 1 for the word itself, 0 for another one. */
export function closeness(match: WordMatch, word: number, wordStems: (word: number) => number): number {
  if (word === match.exact) return 1;
  if ((word >= match.low && word < match.high) || match.added.includes(word)) return BEGINS_SO;
  if (match.stem >= 0 && wordStems(word) === match.stem) return SAME_STEM;
  return match.others.length > 0 && match.others.includes(word) ? 1 : 0;
}
