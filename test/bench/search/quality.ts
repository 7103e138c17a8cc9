import { mean, threadCpu } from './clock';
import type { BenchEngine } from './engines/engine';
import type { KnownItem } from './knownItems';

const LIMIT = 10;

/**
 * The mean reciprocal rank of each test and their mean: a paper not among the best ten counts as not found. Takes from
 * each test in turn, and stops early where it takes longer than the budget of CPU milliseconds.
 */
export function quality(
  engine: BenchEngine,
  items: readonly KnownItem[],
  budgetMs = Infinity,
): { mrr: number; byTest: Record<string, number> } {
  const ranks: Record<string, number[]> = {};
  const start = threadCpu();
  for (const { test, typed, id } of inTurn(items)) {
    const rank = engine.typed(typed, LIMIT).indexOf(id) + 1;
    (ranks[test] ??= []).push(rank === 0 ? 0 : 1 / rank);
    if (threadCpu() - start > budgetMs) break;
  }
  const byTest = Object.fromEntries(Object.entries(ranks).map(([test, values]) => [test, mean(values)]));
  return { mrr: mean(Object.values(byTest)), byTest };
}

/** The first of each test, then the second of each, … */
function inTurn(items: readonly KnownItem[]): KnownItem[] {
  const places = new Map<KnownItem, number>();
  const counts: Record<string, number> = {};
  for (const item of items) places.set(item, (counts[item.test] = (counts[item.test] ?? 0) + 1));
  return [...items].sort((a, b) => places.get(a)! - places.get(b)!);
}
