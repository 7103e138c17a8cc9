import type { PostingColumns } from './postings';

/** The words of some fields of each document, in order: one row for each field. */
export interface WordRows {
  /** Where the words of each row end: index is document × fields kept so + place of the field among them. */
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
  /** By field: the sum of the lengths. */
  readonly totals: Float64Array;
  /** The words of the schema's sequence fields. */
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

/** By field: the sum of lengths. */
export function totalLengths(lengths: Uint32Array, fieldCount: number): Float64Array {
  const totals = new Float64Array(fieldCount);
  for (let i = 0; i < lengths.length;) for (let field = 0; field < fieldCount; field++) totals[field] += lengths[i++];
  return totals;
}

/** A row of words: those from `start` up to `end`. */
export interface WordRow {
  readonly words: Uint32Array;
  readonly start: number;
  readonly end: number;
}

/** A row by its number. */
export function wordRow({ ends, words }: WordRows, row: number): WordRow {
  return { words, start: row === 0 ? 0 : ends[row - 1], end: ends[row] };
}
