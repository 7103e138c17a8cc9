import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import type { SearchDocument } from '../../../src/search/contract';
import { percentile, threadCpu } from './clock';
import { ENGINES, type EngineName } from './engines';
import type { BenchEngine, MixedQuery } from './engines/engine';
import type { KnownItem } from './knownItems';
import { quality } from './quality';

/* One engine on one corpus, in a process of its own: engineProcess <engine> <papers.jsonl> <queries.json>. */

/** What one engine did on one corpus. */
export interface EngineFigures {
  readonly buildMs: number;
  readonly p50: number;
  readonly p95: number;
  readonly rssMb: number;
  readonly mrr: number;
  readonly byTest: Record<string, number>;
  /** The mean reciprocal rank where whole sentences are asked. */
  readonly bySentence: Record<string, number>;
}

/** The queries of a corpus. */
export interface QueryFile {
  readonly mixed: readonly MixedQuery[];
  readonly knownItems: readonly KnownItem[];
  readonly sentences: readonly KnownItem[];
}

const LIMIT = 20;
const BATCH = 500;
/** A query is run again until it took so long in all, in milliseconds. */
const LEAST_MS = 15;
/** All queries are run before, for so long at most, so that the compiler has done its work. */
const WARM_UP_MS = 5_000;
/** All queries together may take so long; then every n-th is left out. */
const BUDGET_MS = 90_000;

const [name, corpusFile, queryFile] = process.argv.slice(2);
const queries = JSON.parse(readFileSync(queryFile, 'utf8')) as QueryFile;
const engine = ENGINES[name as EngineName]();
const buildMs = build(engine);
const rssMb = residentMegabytes();
const times = queryTimes(engine);
const figures: EngineFigures = {
  buildMs,
  p50: percentile(times, 0.5),
  p95: percentile(times, 0.95),
  rssMb,
  ...quality(engine, queries.knownItems, BUDGET_MS),
  bySentence: quality(engine, queries.sentences, BUDGET_MS).byTest,
};
console.log(JSON.stringify(figures));

/** CPU milliseconds from the first paper to the first possible query. Reading the papers is not counted. */
function build(into: BenchEngine): number {
  let total = 0;
  const timed = (work: () => void): void => {
    const before = threadCpu();
    work();
    total += threadCpu() - before;
  };
  for (const batch of papers(corpusFile)) timed(() => into.add(batch));
  timed(() => into.finish());
  return total;
}

/** The papers of a file in batches, without holding the file in memory. */
function* papers(path: string): Generator<SearchDocument[]> {
  const file = openSync(path, 'r');
  const chunk = Buffer.alloc(1 << 20);
  let rest = Buffer.alloc(0);
  let batch: SearchDocument[] = [];
  for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
    const bytes = Buffer.concat([rest, chunk.subarray(0, read)]);
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      batch.push(JSON.parse(bytes.toString('utf8', start, end)) as SearchDocument);
      start = end + 1;
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    rest = Buffer.from(bytes.subarray(start));
  }
  closeSync(file);
  if (batch.length > 0) yield batch;
}

/** Memory of the process after collecting garbage. */
function residentMegabytes(): number {
  for (let i = 0; i < 4; i++) globalThis.gc?.();
  return process.memoryUsage().rss / 1e6;
}

/** CPU milliseconds of each mixed query: the mean of as many runs as make it measurable, after one to warm up. */
function queryTimes(over: BenchEngine): number[] {
  const overhead = percentile(
    Array.from({ length: 50 }, () => cpuOf(() => undefined)),
    0.5,
  );
  warmUp(over);
  const times: number[] = [];
  let total = 0;
  for (const [i, query] of spread(queries.mixed).entries()) {
    const first = cpuOf(() => over.mixed(query, LIMIT)) - overhead;
    const runs = Math.min(1000, Math.ceil(LEAST_MS / Math.max(first, 0.001)));
    const again = runs === 1 ? first : (cpuOf(() => repeat(runs, () => over.mixed(query, LIMIT))) - overhead) / runs;
    times.push(Math.max(again, 0));
    total += first + again * runs;
    if (total > BUDGET_MS && i > 20) break;
  }
  return times;
}

function warmUp(over: BenchEngine): void {
  const start = threadCpu();
  for (let round = 0; round < 5; round++) {
    for (const query of spread(queries.mixed)) {
      if (threadCpu() - start > WARM_UP_MS) return;
      over.mixed(query, LIMIT);
    }
  }
}

function cpuOf(work: () => void): number {
  const before = threadCpu();
  work();
  return threadCpu() - before;
}

function repeat(count: number, work: () => void): void {
  for (let i = 0; i < count; i++) work();
}

/** The list in another order, so that its beginning is a sample of all of it. */
function spread<T>(list: readonly T[]): T[] {
  return list.map((_, i) => list[(i * 73) % list.length]);
}
