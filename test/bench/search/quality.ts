import { mean } from './clock';
import type { BenchEngine } from './engines/engine';
import type { KnownItem } from './knownItems';

const LIMIT = 10;

/** The mean reciprocal rank of each test and their mean: a paper not among the best ten counts as not found. */
export function quality(
  engine: BenchEngine,
  items: readonly KnownItem[],
): { mrr: number; byTest: Record<string, number> } {
  const ranks: Record<string, number[]> = {};
  for (const { test, typed, id } of items) {
    const rank = engine.typed(typed, LIMIT).indexOf(id) + 1;
    (ranks[test] ??= []).push(rank === 0 ? 0 : 1 / rank);
  }
  const byTest = Object.fromEntries(Object.entries(ranks).map(([test, values]) => [test, mean(values)]));
  return { mrr: mean(Object.values(byTest)), byTest };
}
