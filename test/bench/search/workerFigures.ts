import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { decodeCorpus } from '../../../src/search/cache/corpusCache';
import { SearchClient } from '../../../src/search/client';
import { Corpus } from '../../../src/search/corpus';
import { Searcher } from '../../../src/search/ranking/searcher';
import { ByteLog } from '../../../src/search/store/byteLog';
import { percentile } from './clock';
import { corpus } from './corpus';
import { searchThread, watchHolds } from './thread';

/** Wall-clock figures of the search in a real worker thread, in milliseconds. */
export interface WorkerFigures {
  readonly papers: number;
  /** From nothing to the first answer about all papers. */
  readonly fed: number;
  /** The longest time that feeding held this thread. */
  readonly longestHold: number;
  /** From the closed cache file to an index that can be searched, on a warm thread. The median of several loads. */
  readonly cacheLoad: number;
  /** From the start of the worker to the first answer, with a cache. The median of several starts. */
  readonly warmStart: number;
  /** From sending a query to having all found papers. */
  readonly roundTripP50: number;
  readonly roundTripP95: number;
  /** From a changed note to the first answer that knows it. The median. */
  readonly noteSaved: number;
  /** From a changed status to the worker's word that the next query sees it: the median, and 95 of 100. */
  readonly statusSet: number;
  readonly statusSetP95: number;
}

const TYPED = 'in-context learning by gradient descent with transformers';
const STARTS = 9;

/** Measures the worker with a corpus of this size. */
export async function measureWorker(size: number): Promise<WorkerFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'search-worker-'));
  const thread = searchThread();
  const newClient = (): SearchClient => new SearchClient(thread.start, { cacheFile: join(folder, 'cache') });
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
    const statuses: number[] = [];
    await client.setFacets(papers.map(({ id }) => ({ id, facets: { hasNote: true, status: 'unread' } })));
    for (let i = 0; i < 200; i++) {
      const before = performance.now();
      await client.setFacets([{ id: papers[i].id, facets: { hasNote: true, status: `s${i % 5}` } }]);
      statuses.push(performance.now() - before);
    }
    await client.save();
    client.dispose();
    const cacheLoad = percentile(
      Array.from({ length: STARTS }, () => loadTime(join(folder, 'cache'))),
      0.5,
    );
    const starts: number[] = [];
    for (let i = 0; i < STARTS; i++) starts.push(await warmStart(newClient()));
    return {
      papers: size,
      fed,
      longestHold,
      cacheLoad,
      warmStart: percentile(starts, 0.5),
      roundTripP50: percentile(trips, 0.5),
      roundTripP95: percentile(trips, 0.95),
      noteSaved: percentile(saves, 0.5),
      statusSet: percentile(statuses, 0.5),
      statusSetP95: percentile(statuses, 0.95),
    };
  } finally {
    thread.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The time that reading, checking and taking over a cache file takes. */
function loadTime(path: string): number {
  const start = performance.now();
  const file = openSync(path, 'r');
  const read = (position: number, length: number) => {
    const bytes = new Uint8Array(length);
    readSync(file, bytes, 0, length, position);
    return bytes;
  };
  const stored = { size: fstatSync(file).size, read, close: () => closeSync(file) };
  const cached = decodeCorpus(stored, {
    checksum: crc32,
    onDamage: () => process.exit(1),
    newLog: (first) => new ByteLog(undefined, first),
  });
  if (!cached) throw new Error('The cache was not used');
  const searcher = new Searcher(new Corpus(undefined, cached.parts));
  const time = performance.now() - start;
  if (searcher.search('learning', 1).total === 0) throw new Error('The cache is empty');
  stored.close();
  return time;
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
