/** How well a list has what is wanted at its top. */
export interface Measures {
  readonly ndcg: number;
  readonly recall: number;
  readonly mrr: number;
}

const DEPTH = 20;

/**
 * Normalized discounted cumulative gain at 20, the share of what is wanted that is among the first 20 (of the 20 at most that could be),
 * and one over the rank of the first that is wanted.
 * @param gains in the order of the list
 */
export function measures(gains: readonly number[]): Measures {
  const ideal = [...gains].sort((a, b) => b - a);
  const wanted = gains.filter((gain) => gain > 0).length;
  const first = gains.findIndex((gain) => gain > 0);
  const found = gains.slice(0, DEPTH).filter((gain) => gain > 0).length;
  return {
    ndcg: dcg(gains) / dcg(ideal),
    recall: found / Math.min(DEPTH, wanted),
    mrr: first < 0 ? 0 : 1 / (first + 1),
  };
}

function dcg(gains: readonly number[]): number {
  return gains.slice(0, DEPTH).reduce((sum, gain, rank) => sum + gain / Math.log2(rank + 2), 0);
}

/** The mean of values, and how far from it the true mean may be: 95 of 100 such intervals have it. */
export function meanWithin(values: readonly number[]): { mean: number; within: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
  return { mean, within: 1.96 * Math.sqrt(variance / values.length) };
}
