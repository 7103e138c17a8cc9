import assert from 'node:assert/strict';
import { crc32 } from 'node:zlib';
import type { StoredFile } from '../../../src/base/cache/storedFile';
import type { CacheStorage, ScratchFile } from '../../../src/search/cache/storage';
import type { EngineHost } from '../../../src/search/engine';
import { documentFingerprint } from '../../../src/search/fingerprint';
import { TRIES_ALL } from '../support/cases';
import { paper, TestEngine } from './papers';

/** Files in memory. */
class MemoryStorage implements CacheStorage {
  readonly files = new Map<string, Uint8Array>();
  readonly checksum = crc32;
  isFull = false;
  hasScratch = true;
  readsStretches = true;

  open(path: string): Promise<StoredFile | undefined> {
    const bytes = this.files.get(path);
    if (!bytes) return Promise.resolve(undefined);
    const read = (position: number, length: number) => bytes.slice(position, position + length);
    return Promise.resolve({ size: bytes.length, read, close: () => undefined });
  }

  replace(path: string, chunks: Iterable<Uint8Array>): Promise<boolean> {
    this.files.set(path, new Uint8Array(Buffer.concat([...chunks])));
    return Promise.resolve(true);
  }

  scratch(): ScratchFile | undefined {
    let bytes = Buffer.alloc(0);
    const append = (more: Uint8Array) => {
      if (this.isFull) throw new Error('no space left on device');
      bytes = Buffer.concat([bytes, more]);
    };
    const read = (position: number, length: number) => bytes.subarray(position, position + length);
    return this.hasScratch ? { append, read, close: () => (bytes = Buffer.alloc(0)) } : undefined;
  }
}

const FILE = 'library.index';
const papers = [
  paper('a', 'Deep residual learning', { abstract: 'Residual nets are deep nets.', year: 2015, doi: '10.1/x' }),
  paper('b', 'Über tiefe Netze', { authors: ['Anna Müller'], note: { text: 'To read soon.', tags: ['später'] } }),
  paper('c', 'Pointer networks', { contentHash: 4711 }),
];
const facets = { b: { hasNote: true, status: 'reading', rating: 2.5 }, gone: { rating: 1 } };
const queries = [
  'deep',
  'muller',
  'year:2015',
  '"residual nets"',
  'has:note',
  'status:reading rating:2.5',
  'status:unread',
  'point',
];

describe('the cache of the index', () => {
  let storage: MemoryStorage;
  let gaveUp = 0;
  const host = (): EngineHost => ({
    storage,
    textsInMemory: { chunkBytes: 1000, mostChunks: 2 },
    decompress: (bytes) => bytes,
    pause: () => Promise.resolve(),
    giveUp: () => {
      gaveUp++;
      throw new Error('gave up');
    },
  });
  const opened = async (): Promise<{ engine: TestEngine; ids: readonly string[] }> => {
    const engine = new TestEngine(host());
    return { engine, ids: await engine.open(FILE) };
  };

  beforeEach(async () => {
    storage = new MemoryStorage();
    gaveUp = 0;
    const { engine } = await opened();
    await engine.put(...papers);
    await engine.setFacets(facets);
    await engine.remove('c');
    await engine.put(papers[2]);
    await engine.engine.handlers().save(null);
  });

  it('answers from the file as before', async () => {
    const before = new TestEngine();
    await before.put(...papers);
    await before.setFacets(facets);
    const { engine, ids } = await opened();
    assert.deepEqual(ids, ['a', 'b', 'c']);
    for (const query of queries) {
      assert.deepEqual(engine.find(query), before.find(query), query);
      assert.deepEqual(engine.reply(query).hits.scores, before.reply(query).hits.scores, query);
    }
  });

  it('tells which papers the file holds, so that only others need be sent', async () => {
    const engine = new TestEngine(host());
    const { fingerprints } = await engine.engine.handlers().open({ cacheFile: FILE, readCache: true });
    assert.deepEqual([...fingerprints], papers.map(documentFingerprint));
  });

  it('takes changes on top of the file, and saves them', async () => {
    const { engine } = await opened();
    await engine.put(paper('d', 'Deep sets'));
    assert.deepEqual(engine.find('deep').sort(), ['a', 'd']);
    await engine.engine.handlers().save(null);
    assert.deepEqual((await opened()).ids, ['a', 'b', 'c', 'd']);
  });

  it('keeps facets without writing the index again', async () => {
    const { engine } = await opened();
    const index = storage.files.get(FILE);
    await engine.setFacets({ a: { status: 'skimmed' }, b: {} });
    await engine.engine.handlers().save(null);
    assert.equal(storage.files.get(FILE), index);
    const again = (await opened()).engine;
    assert.deepEqual([again.find('status:skimmed'), again.find('has:note')], [['a'], []]);
  });

  it('has papers without facets where only their file is damaged', async () => {
    const name = `${FILE}.facets`;
    storage.files.set(name, storage.files.get(name)!.slice(0, 50));
    const { engine, ids } = await opened();
    assert.equal(ids.length, 3);
    assert.deepEqual(engine.find('has:note'), []);
  });

  it('does not write what did not change', async () => {
    const { engine } = await opened();
    storage.files.clear();
    await engine.engine.handlers().save(null);
    assert.equal(storage.files.size, 0);
  });

  for (const [what, damage] of Object.entries({
    'a cut file': (bytes: Uint8Array) => bytes.slice(0, bytes.length - 9),
    'a few bytes': (bytes: Uint8Array) => bytes.slice(0, 11),
    'an empty file': () => new Uint8Array(),
    'another format': () => new TextEncoder().encode('{"this": "is no index, but long enough to be looked at"}'),
    'another version': (bytes: Uint8Array) => bytes.with(4, 99),
    'a flipped bit': (bytes: Uint8Array) => bytes.with(200, bytes[200] ^ 4),
  })) {
    it(`starts empty from ${what}`, async () => {
      storage.files.set(FILE, damage(storage.files.get(FILE)!));
      assert.deepEqual((await opened()).ids, []);
    });
  }

  it('starts without a file of which any of the first bytes is another', async () => {
    const search = async () => {
      const { engine } = await opened();
      await engine.put(...papers);
      await engine.setFacets(facets);
      return queries.map((query) => engine.find(query));
    };
    const expected = await search();
    for (const name of [FILE, `${FILE}.facets`]) {
      const bytes = storage.files.get(name)!;
      // Of the numbers there each has four bytes: one of each is tried, another one from number to number.
      for (let at = 0; at < 64; at += TRIES_ALL ? 1 : 5) {
        // The checksum of the texts, which are damaged by that.
        if (at >= 24 && at < 28) continue;
        storage.files.set(name, bytes.with(at, bytes[at] ^ 4));
        assert.deepEqual(await search(), expected, `byte ${at} of ${name}`);
      }
      storage.files.set(name, bytes);
    }
  });

  it('gives up where only the texts are damaged, when it needs one', async () => {
    const bytes = storage.files.get(FILE)!;
    storage.files.set(FILE, bytes.with(bytes.length - 3, bytes[bytes.length - 3] ^ 1));
    const { engine } = await opened();
    assert.deepEqual(engine.find('residual'), ['a']);
    assert.throws(() => engine.find('"residual nets"'), /gave up/);
    assert.equal(gaveUp, 1);
  });

  describe('of texts that are not kept in memory', () => {
    const text = (seed: number) => `${String(seed).repeat(90)} `.repeat(10);
    const large = Array.from({ length: 14 }, (_, i) =>
      paper(`l${i}`, `Large ${i}`, { abstract: `${text(i)} near end${i}` }),
    );
    const phrases = ['"residual nets"', '"near end0"', '"near end5"', '"near end13"'];
    const answers = (engine: TestEngine) => phrases.map((phrase) => engine.find(phrase));
    const expected = [['a'], ['l0'], ['l5'], ['l13']];

    const places: Record<string, () => void> = {
      'a scratch file': () => {},
      'memory, where there is none': () => void (storage.hasScratch = false),
      'memory, where the disk is full': () => void (storage.isFull = true),
    };
    for (const [where, prepare] of Object.entries(places)) {
      it(`finds phrases in ${where}, before saving and after, and on top of the file`, async () => {
        prepare();
        const { engine } = await opened();
        await engine.put(...large);
        assert.deepEqual(answers(engine), expected);
        await engine.engine.handlers().save(null);
        assert.deepEqual(answers(engine), expected);
        await engine.remove('l5');
        await engine.put(
          paper('l5', 'Small', { abstract: 'as near end5' }),
          paper('m', 'More', { abstract: 'like near end0' }),
        );
        await engine.engine.handlers().save(null);
        assert.deepEqual(answers(engine).map((ids) => ids.sort()), [['a'], ['l0', 'm'], ['l5'], ['l13']]); // prettier-ignore
        if (!storage.isFull) assert.deepEqual(answers((await opened()).engine), answers(engine));
        assert.equal(gaveUp, 0);
      });
    }
  });
});
