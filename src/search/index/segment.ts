import type { PostingColumns } from './postings';

/** The words of one field of each document, in order. */
export interface WordRows {
  /** Where the words of each document end. */
  readonly ends: Uint32Array;
  readonly words: Uint32Array;
}

/** The index of some documents, numbered from 0. Never changes. */
export interface Segment {
  readonly count: number;
  readonly postings: PostingColumns;
  /** The terms' numbers in the lexicon, ascending, by their place in the postings; without it place and number agree. */
  readonly terms?: Uint32Array;
  /** Number of terms in each field of each document: index is document × fields + field. */
  readonly lengths: Uint32Array;
  /** The words of the schema's sequence field. */
  readonly sequences: WordRows;
}

/** The place of a term in the postings of a segment, or -1. */
export function placeOfTerm({ terms, postings }: Segment, term: number): number {
  if (!terms) return term < postings.runs.length - 1 ? term : -1;
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (terms[middle] < term) low = middle + 1;
    else high = middle;
  }
  return low < terms.length && terms[low] === term ? low : -1;
}
