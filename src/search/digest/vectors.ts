import type { PaperTerms } from './terms';

/** The weights of a paper's terms, in the order of these; their squares add up to 1, or to 0 for a paper that says nothing. */
export interface TermVector {
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
}

/**
 * A paper's counts times the rarity of its terms, of length 1. What is said twice as often tells less than twice as much: counts are taken to
 * the power of three quarters.
 */
export function vectorOf({ terms, counts }: PaperTerms, rarities: Float32Array): TermVector {
  const weights = new Float32Array(terms.length);
  let square = 0;
  for (let i = 0; i < terms.length; i++) {
    weights[i] = Math.sqrt(counts[i] * Math.sqrt(counts[i])) * rarities[terms[i]];
    square += weights[i] * weights[i];
  }
  const length = Math.sqrt(square) || 1;
  for (let i = 0; i < weights.length; i++) weights[i] /= length;
  return { terms, weights };
}

/** By term: the sum of vectors, each times its weight. */
export function weightedSum(
  vectors: readonly TermVector[],
  weightOf: (place: number) => number,
  size: number,
): Float64Array {
  const sum = new Float64Array(size);
  for (let place = 0; place < vectors.length; place++) add(sum, vectors[place], weightOf(place));
  return sum;
}

/** Adds a vector times a factor to a sum. */
export function add(sum: Float64Array, { terms, weights }: TermVector, factor: number): void {
  if (factor === 0) return;
  for (let i = 0; i < terms.length; i++) sum[terms[i]] += weights[i] * factor;
}

/** The sum of the squares of its numbers. */
export function squareOf(sum: Float64Array): number {
  let square = 0;
  for (let term = 0; term < sum.length; term++) square += sum[term] * sum[term];
  return square;
}

/** A sum as long as 1, or an empty one. */
export function normalized(sum: Float64Array): Float64Array {
  const length = Math.sqrt(squareOf(sum)) || 1;
  const direction = new Float64Array(sum.length);
  for (let term = 0; term < sum.length; term++) direction[term] = sum[term] / length;
  return direction;
}

/** The product of a paper's vector and one that has all terms. */
export function product({ terms, weights }: TermVector, direction: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < terms.length; i++) sum += weights[i] * direction[terms[i]];
  return sum;
}
