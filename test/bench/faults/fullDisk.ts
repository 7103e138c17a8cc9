import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32 } from '#platform/checksum';
import { compress, decompress } from '#platform/compression';
import { readFile, replaceFile } from '#platform/files';
import { ReadingClient } from '../../../src/library/reading/client';
import type { ReadingCalls } from '../../../src/library/reading/protocol';
import { ReadingServer } from '../../../src/library/reading/server';
import { SearchClient } from '../../../src/search/client';
import { SearchEngine } from '../../../src/search/engine';
import type { SearchCalls } from '../../../src/search/protocol';
import { bibCorpus } from '../library/corpus';
import { corpus } from '../search/corpus';
import { NODE_STORAGE } from './nodeStorage';
import { portHere } from './portHere';
import type { ThreadScripts } from './threadScripts';
import { tryAll, type Trial } from './trial';

/** No file may be longer than so many kilobytes: what is written beyond fails. */
const LIMITS = [0, 1, 16, 128];
const ENTRIES = 600;

/** Has all caches written where that fails after some bytes: what they are of is known nevertheless, and old ones stay. */
export function tryFullDisk({ folder }: ThreadScripts): Promise<Trial[]> {
  return tryAll(
    Object.fromEntries(
      LIMITS.map((limit) => [
        `no room for more than ${limit} kB`,
        () => Promise.resolve(fill(join(folder, `full${limit}`), limit)),
      ]),
    ),
  );
}

function fill(folder: string, kilobytes: number): Trial {
  if (process.platform === 'win32') return { holds: true, line: 'not tried on Windows' };
  mkdirSync(folder);
  const right = run(folder, 'unlimited', 20);
  const before = contents(folder);
  const full = run(folder, String(kilobytes), ENTRIES);
  const unharmed = JSON.stringify(contents(folder)) === JSON.stringify(before);
  return {
    holds: right === '20 read, 1 found' && full === `${ENTRIES} read, 1 found` && unharmed,
    line: `${full}; the files from before ${unharmed ? 'are as they were, and nothing else is there' : 'are others'}`,
  };
}

/** Reads and searches so many entries in a process of its own. */
function run(folder: string, limit: string, entries: number): string {
  const script = `ulimit -f ${limit}; exec "$@"`;
  const own = [process.execPath, ...process.execArgv, fileURLToPath(import.meta.url), folder, String(entries)];
  const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', ...own], { encoding: 'utf8' });
  return stdout.trim() || stderr.slice(0, 300);
}

function contents(folder: string): string[] {
  return readdirSync(folder).map((name) => `${name} ${crc32(readFileSync(join(folder, name)))}`);
}

async function readAndSearch(folder: string, entries: number): Promise<string> {
  const files = { checksum: crc32, compress, readFile, replaceFile };
  const reading = new ReadingClient(
    () => portHere<ReadingCalls>(() => new ReadingServer(files).handlers()),
    decompress,
  );
  const cacheFile = join(folder, 'a.cache');
  const { papers } = await reading.read({ uri: 'a', fileName: 'a.bib', content: bibCorpus(entries) }, { cacheFile });
  await reading.save('a', cacheFile).catch(() => {});
  const giveUp = () => {
    throw new Error('gave up');
  };
  const host = {
    storage: NODE_STORAGE,
    textsInMemory: { chunkBytes: 1000, mostChunks: 2 },
    decompress,
    pause: () => Promise.resolve(),
    giveUp,
  };
  const search = new SearchClient(() => portHere<SearchCalls>(() => new SearchEngine(host).handlers()), {
    cacheFile: join(folder, 'search.index'),
  });
  const put = [...corpus(entries)].map((paper, i) => ({
    ...paper,
    abstract: `${paper.abstract} the very end number${i}`,
  }));
  await search.update({ put, removed: [] });
  await search.save();
  const { total } = await search.search(`"very end number${entries - 1}"`);
  return `${papers.length} read, ${total} found`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  void readAndSearch(process.argv[2], Number(process.argv[3])).then((line) => {
    console.log(line);
    process.exit();
  });
}
