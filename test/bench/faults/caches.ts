import { join } from 'node:path';
import { crc32 } from '#platform/checksum';
import { compress, decompress } from '#platform/compression';
import { readFile, replaceFile } from '#platform/files';
import type { CallHandlers } from '../../../src/base/workerCalls';
import { CitationIndex } from '../../../src/citations/index/citationIndex';
import { knownSyntax } from '../../../src/citations/syntaxes';
import { ReadingClient } from '../../../src/library/reading/client';
import type { ReadingCalls } from '../../../src/library/reading/protocol';
import { ReadingServer } from '../../../src/library/reading/server';
import { SearchClient } from '../../../src/search/client';
import { SearchEngine } from '../../../src/search/engine';
import type { SearchCalls } from '../../../src/search/protocol';
import { fileNameOf } from '../../../src/workspace/uri';
import { MemoryWorkspace } from '../../unit/support/memoryWorkspace';
import { bibCorpus } from '../library/corpus';
import { corpus } from '../search/corpus';
import { NODE_STORAGE } from './nodeStorage';
import { portHere } from './portHere';
import type { ThreadScripts } from './threadScripts';
import { tryAll, type Trial } from './trial';

/** So many places of each cache file are damaged, one at a time, in two ways. */
const PLACES = 200;
/** What says how the rest is to be read. */
const FIRST_BYTES = 40;

const WAYS: Readonly<Record<string, (bytes: Uint8Array, at: number) => Uint8Array>> = {
  truncated: (bytes, at) => bytes.slice(0, at),
  flipped: (bytes, at) => bytes.with(at, bytes[at] ^ (1 << (at % 8))),
};

/** What starts with a cache file, and what it then knows, as a text. */
interface Cached {
  /** Writes the cache; then all else starts from it. */
  readonly write: () => Promise<Uint8Array>;
  readonly start: (cache: Uint8Array) => Promise<string>;
}

/** Damages each cache file in many places, one at a time: what starts with it has to know what it would know without it. */
export function tryCaches({ folder }: ThreadScripts): Promise<Trial[]> {
  process.on('uncaughtException', (error) => {
    if (!(error instanceof GaveUp)) throw error;
  });
  return tryAll({
    'the cache of a paper list': () => damage(cachedReading(join(folder, 'a.cache'))),
    'the index of the search': () => damage(cachedSearch(join(folder, 'search.index'), '')),
    'the statuses and ratings of the search': () => damage(cachedSearch(join(folder, 'facets.index'), '.facets')),
    'the index of who cites what': () => damage(cachedCitations()),
  });
}

async function damage({ write, start }: Cached): Promise<Trial> {
  const cache = await write();
  const right = await start(cache);
  const wrong: string[] = [];
  for (const [way, damaged] of Object.entries(WAYS)) {
    for (const at of placesIn(cache)) {
      const known = await start(damaged(cache, at)).catch(String);
      if (known !== right) wrong.push(`${way} at ${at}: ${known.slice(0, 80)}`);
    }
  }
  const tried = `${cache.length} bytes, cut and flipped at ${placesIn(cache).length} places each`;
  return { holds: wrong.length === 0, line: `${tried}; ${wrong.length} wrong ${wrong.slice(0, 3).join('; ')}` };
}

/** Each byte of its numbers, and so many all over it. */
function placesIn({ length }: Uint8Array): number[] {
  const spread = Array.from({ length: PLACES }, (_, i) => Math.floor((length * i) / PLACES));
  return [...new Set([...Array(FIRST_BYTES).keys(), ...spread])];
}

function cachedReading(path: string): Cached {
  const request = { uri: 'a', fileName: 'a.bib', content: bibCorpus(200) };
  const reader = () =>
    new ReadingClient(
      () =>
        portHere<ReadingCalls>(() =>
          new ReadingServer({ checksum: crc32, compress, readFile, replaceFile }).handlers(),
        ),
      decompress,
    );
  return {
    async write() {
      const client = reader();
      await client.read(request, { cacheFile: path });
      await client.save('a', path);
      client.dispose();
      return readFile(path);
    },
    async start(cache) {
      await replaceFile(path, [cache]);
      const client = reader();
      const { papers, problems } = await client.read(request, { cacheFile: path });
      client.dispose();
      return JSON.stringify([
        papers.map(({ statedKey, title, authors, year, record }) => [statedKey, title, authors, year, record]),
        problems,
      ]);
    },
  };
}

/** @param suffix of the file beside the index that is damaged */
function cachedSearch(path: string, suffix: string): Cached {
  const papers = [...corpus(60)];
  const facets = papers
    .slice(0, 20)
    .map(({ id }, i) => ({ id, facets: { hasNote: true, status: 'read', rating: i % 5 } }));
  const queries = ['graph', 'learning model', '"the model"', 'has:note', 'rating:4', 'year:2024', 'learn*'];
  const client = () => new SearchClient(() => portHere<SearchCalls>(searchHandlers), { cacheFile: path });
  const feed = async (search: SearchClient) => {
    await search.open();
    await search.update({ put: papers, removed: [] });
    await search.setFacets(facets);
  };
  return {
    async write() {
      const search = client();
      await feed(search);
      await search.save();
      search.dispose();
      return readFile(path + suffix);
    },
    async start(cache) {
      await replaceFile(path + suffix, [cache]);
      const search = client();
      await feed(search);
      const found = [];
      for (const query of queries) found.push((await search.search(query)).ids());
      search.dispose();
      return JSON.stringify(found);
    },
  };
}

/** Thrown by work that has to end; a thread of the search ends there and then, here its timers go on. */
class GaveUp extends Error {}

function searchHandlers(end: () => void): CallHandlers<SearchCalls> {
  const giveUp = () => {
    end();
    throw new GaveUp();
  };
  return new SearchEngine({ storage: NODE_STORAGE, decompress, pause: () => Promise.resolve(), giveUp }).handlers();
}

function cachedCitations(): Cached {
  const texts = Array.from({ length: 60 }, (_, i) => [
    `${i}.md`,
    `# Part ${i}\n\nAs [@key${i}] and [@key${i % 7}, p. 3] say.\n`,
  ]);
  const workspace = new MemoryWorkspace(Object.fromEntries(texts) as Record<string, string>);
  const documents = { syntaxOf: (uri: string, text: string) => knownSyntax('', fileNameOf(uri), () => text) };
  const known = async (cache: Uint8Array | undefined, keep: (bytes: () => Promise<Uint8Array>) => void) => {
    const store = { checksum: crc32, now: () => 1e15, read: () => Promise.resolve(cache), writeLater: keep };
    const { files, log, clock, changes } = workspace;
    const index = new CitationIndex(documents, { files, log, clock, changes, store });
    await index.ready();
    const places = await index.placesOf(texts.map((_, i) => `key${i}`));
    index.dispose();
    return JSON.stringify(places);
  };
  return {
    async write() {
      let bytes = () => Promise.resolve(new Uint8Array());
      await known(undefined, (kept) => (bytes = kept as typeof bytes));
      return bytes();
    },
    start: (cache) => known(cache, () => {}),
  };
}
