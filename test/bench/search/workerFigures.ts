import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import * as esbuild from 'esbuild';
import type { WorkerPort } from '../../../src/base/workerCalls';
import { SearchClient } from '../../../src/search/client';
import { percentile } from './clock';
import { corpus } from './corpus';

/** Wall-clock figures of the search in a real worker thread, in milliseconds. */
export interface WorkerFigures {
  readonly papers: number;
  /** From nothing to the first answer about all papers. */
  readonly fed: number;
  /** The longest time that feeding held this thread. */
  readonly longestHold: number;
  /** From the start of the worker to the first answer, with a cache. The median of several starts. */
  readonly warmStart: number;
  /** From sending a query to having all found papers. */
  readonly roundTripP50: number;
  readonly roundTripP95: number;
  /** From a changed note to the first answer that knows it. The median. */
  readonly noteSaved: number;
}

const TYPED = 'in-context learning by gradient descent with transformers';
const STARTS = 9;

/** Measures the worker with a corpus of this size. */
export async function measureWorker(size: number): Promise<WorkerFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'search-worker-'));
  const script = join(folder, 'searchWorker.js');
  esbuild.buildSync({
    entryPoints: [join(import.meta.dirname, '../../../src/search/worker.ts')],
    bundle: true,
    minify: true,
    platform: 'node',
    outfile: script,
    logLevel: 'error',
  });
  const newClient = (): SearchClient => new SearchClient(() => portOf(script), { cacheFile: join(folder, 'cache') });
  try {
    const papers = [...corpus(size)];
    const client = newClient();
    const holds = watchHolds();
    const start = performance.now();
    await client.update({ put: papers, removed: [] });
    await client.search('learning');
    const fed = performance.now() - start;
    const longestHold = holds();
    const trips = await roundTrips(client);
    const saves: number[] = [];
    for (let i = 0; i < 20; i++) {
      const before = performance.now();
      const note = { text: `A thought of its own: noteword${i}`, tags: [] };
      await client.update({ put: [{ ...papers[i], note }], removed: [] });
      await client.search(`noteword${i}`);
      saves.push(performance.now() - before);
    }
    await client.save();
    client.dispose();
    const starts: number[] = [];
    for (let i = 0; i < STARTS; i++) starts.push(await warmStart(newClient()));
    return {
      papers: size,
      fed,
      longestHold,
      warmStart: percentile(starts, 0.5),
      roundTripP50: percentile(trips, 0.5),
      roundTripP95: percentile(trips, 0.95),
      noteSaved: percentile(saves, 0.5),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function warmStart(client: SearchClient): Promise<number> {
  const start = performance.now();
  const answer = await client.search('gradient descent', 50);
  const time = performance.now() - start;
  if (answer.total === 0) throw new Error('The cache was not used');
  client.dispose();
  return time;
}

/** Types a query letter by letter, several times, each answer filtering all papers. */
async function roundTrips(client: SearchClient): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < 6; round++) {
    for (let length = 1; length <= TYPED.length; length++) {
      const start = performance.now();
      const answer = await client.search(TYPED.slice(0, length));
      answer.slice(0, 200);
      if (round > 0) times.push(performance.now() - start);
    }
  }
  return times;
}

/** Watches how long this thread is held at a time; the returned function ends that and tells the longest. */
function watchHolds(): () => number {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 1);
    last = now;
  }, 1);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

function portOf(script: string): WorkerPort {
  const worker = new Worker(script, { execArgv: [] });
  return {
    postMessage: (message, transfer) => worker.postMessage(message, transfer),
    onMessage: (listener) => worker.on('message', listener),
    onExit: (listener) => worker.on('error', listener).on('exit', () => listener()),
    terminate: () => void worker.terminate(),
  };
}
