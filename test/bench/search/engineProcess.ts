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
  /** Of a text of forty words. */
  readonly passageP50: number;
  readonly passageP95: number;
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
  readonly passages: readonly string[];
  /** Sentences, and the papers they speak of; none for a corpus of others. */
  readonly sentences: readonly KnownItem[];
  readonly spokenOf: readonly SearchDocument[];
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
const times = queryTimes(queries.mixed.map((query) => () => engine.mixed(query, LIMIT)));
const passageTimes = queryTimes(queries.passages.map((text) => () => engine.typed(text, LIMIT)));
const figures: EngineFigures = {
  buildMs,
  p50: percentile(times, 0.5),
  p95: percentile(times, 0.95),
  passageP50: percentile(passageTimes, 0.5),
  passageP95: percentile(passageTimes, 0.95),
  rssMb,
  ...quality(engine, queries.knownItems, BUDGET_MS),
  bySentence: quality(withPapers(queries.spokenOf), queries.sentences, BUDGET_MS).byTest,
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

/** Another engine, with the papers as they are: notes made of sentences of other papers say nothing of them. */
function withPapers(documents: readonly SearchDocument[]): BenchEngine {
  const other = ENGINES[name as EngineName]();
  other.add(documents);
  other.finish();
  return other;
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

/** CPU milliseconds of each query: the mean of as many runs as make it measurable, after one to warm up. */
function queryTimes(asked: readonly (() => unknown)[]): number[] {
  const overhead = percentile(
    Array.from({ length: 50 }, () => cpuOf(() => undefined)),
    0.5,
  );
  const mixed = spread(asked);
  warmUp(mixed);
  const times: number[] = [];
  let total = 0;
  for (const [i, ask] of mixed.entries()) {
    const first = cpuOf(ask) - overhead;
    const runs = Math.min(1000, Math.ceil(LEAST_MS / Math.max(first, 0.001)));
    const again = runs === 1 ? first : (cpuOf(() => repeat(runs, ask)) - overhead) / runs;
    times.push(Math.max(again, 0));
    total += first + again * runs;
    if (total > BUDGET_MS && i > 20) break;
  }
  return times;
}

function warmUp(asked: readonly (() => unknown)[]): void {
  const start = threadCpu();
  for (let round = 0; round < 5; round++) {
    for (const ask of asked) {
      if (threadCpu() - start > WARM_UP_MS) return;
      ask();
    }
  }
}

function cpuOf(work: () => unknown): number {
  const before = threadCpu();
  work();
  return threadCpu() - before;
}

function repeat(count: number, work: () => unknown): void {
  for (let i = 0; i < count; i++) work();
}

/** The list in another order, so that its beginning is a sample of all of it. */
function spread<T>(list: readonly T[]): T[] {
  return list.map((_, i) => list[(i * 73) % list.length]);
}
