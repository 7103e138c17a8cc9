import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { crc32 } from '#platform/checksum';
import { compress, decompress } from '#platform/compression';
import type { WorkerPort } from '../../../../src/base/workerCalls';
import { serveCalls } from '../../../../src/base/workerCalls';
import { paperCount, type Pack } from '../../../../src/library/packed/pack';
import { ReadingClient } from '../../../../src/library/reading/client';
import { movableBuffers, type ReadingCalls, type ReadRequest } from '../../../../src/library/reading/protocol';
import { ReadingServer } from '../../../../src/library/reading/server';
import type { SourceReading } from '../../../../src/library/formats/reader';
import { readText } from '../../../../src/library/formats/readers';
import { plainPaper } from '../papers';

const entry = (key: string, title = key) => `@article{${key},\n  title = {${title}}\n}\n`;
const list = (count: number) => Array.from({ length: count }, (_, i) => entry(`k${i}`)).join('');

const PORTS = {
  checksum: crc32,
  compress,
  decompress,
};

/** Files in memory: those of all threads of a machine. */
class Files {
  readonly bytes = new Map<string, Uint8Array>();
  readonly readFile = (path: string): Promise<Uint8Array> => {
    const bytes = this.bytes.get(path);
    return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(`${path} does not exist`));
  };
  readonly replaceFile = (path: string, chunks: Iterable<Uint8Array>): Promise<void> => {
    this.bytes.set(path, Buffer.concat([...chunks]));
    return Promise.resolve();
  };
}

/** As plain data, where an undefined field is none. */
const plain = (reading: SourceReading): unknown =>
  JSON.parse(JSON.stringify({ ...reading, papers: reading.papers.map(plainPaper) }));

/** A client and how to look into its threads, which run here, with messages copied as between threads. */
function harness(files = new Files(), manyPapers?: number) {
  const posted: unknown[] = [];
  const asked: { request: ReadRequest | object }[] = [];
  let starts = 0;
  let kill = () => {};
  const start = (): WorkerPort => {
    starts++;
    let toServer: (message: unknown) => void = () => {};
    let toClient: (message: unknown) => void = () => {};
    let exit: (reason?: Error) => void = () => {};
    let alive = true;
    serveCalls<ReadingCalls>(
      {
        postMessage: (message) => {
          if (!Object.hasOwn(message as object, 'progress')) posted.push(message);
          const copy = structuredClone(message);
          queueMicrotask(() => alive && toClient(copy));
        },
        onMessage: (listener) => (toServer = listener),
      },
      new ReadingServer({ ...PORTS, ...files }).handlers(),
      movableBuffers,
    );
    kill = () => {
      alive = false;
      exit(new Error('killed'));
    };
    return {
      postMessage: (message) => {
        asked.push(message as { request: ReadRequest });
        queueMicrotask(() => alive && toServer(structuredClone(message)));
      },
      onMessage: (listener) => (toClient = listener),
      onExit: (listener) => (exit = listener),
      terminate: () => (alive = false),
    };
  };
  return {
    client: new ReadingClient(start, PORTS.decompress, manyPapers),
    posted,
    asked,
    kill: () => kill(),
    starts: () => starts,
  };
}

describe('Reading in another thread', () => {
  const cacheFile = 'x.cache';
  const read = (client: ReadingClient, content: string, options = {}) =>
    client.read({ uri: 'x', fileName: 'x.bib', content }, options);

  it('gives what reading here gives', async () => {
    const { client } = harness();
    assert.deepEqual(plain(await read(client, list(200))), plain(readText('x.bib', list(200))));
  });

  it('fetches only what changed, and keeps the rest', async () => {
    const { client, posted } = harness();
    const first = await read(client, list(130));
    posted.length = 0;
    const again = await read(client, `${entry('new')}${list(130).replace('{k100}', '{K}')}`);
    assert.deepEqual(plain(again), plain(readText('x.bib', `${entry('new')}${list(130).replace('{k100}', '{K}')}`)));
    assert.equal(posted.length, 2);
    const { reply } = posted[1] as { reply: Pack[] };
    assert.deepEqual(reply.map(paperCount), [2]); // prettier-ignore
    const other = await read(client, list(130));
    assert.equal(other.papers[129].contentHash, first.papers[129].contentHash);
    const appended = await read(client, `${list(130)}${entry('last')}`);
    assert.equal(appended.papers[129], other.papers[129]);
  });

  it('sends only what changed of a text that was sent before', async () => {
    const { client, asked, kill } = harness();
    const sent = () => asked.splice(0).flatMap(({ request }) => ('content' in request ? [request.content] : []));
    await read(client, list(300));
    assert.deepEqual(sent(), [list(300)]);
    const text = list(300).replace('{k7}', '{new}');
    assert.deepEqual(plain(await read(client, text)), plain(readText('x.bib', text)));
    assert.deepEqual(sent(), [{ start: text.indexOf('new'), end: text.indexOf('new') + 2, newText: 'new' }]);
    await client.read({ uri: 'x', fileName: 'x.bib', content: new TextEncoder().encode(list(2)) });
    assert.equal((await read(client, list(5))).papers.length, 5);
    kill();
    assert.equal((await read(client, list(6))).papers.length, 6);
    assert.deepEqual(sent().slice(1), [list(5), list(6)]);
  });

  it('ends a thread that holds very many papers, once all is saved', async () => {
    const { client, starts } = harness(undefined, 10);
    await read(client, list(11), { cacheFile });
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      mock.timers.tick(60_000);
      await read(client, list(11), { cacheFile });
      assert.equal(starts(), 1);
      await client.save('x', cacheFile);
      mock.timers.tick(700_000);
      await read(client, list(3));
      assert.equal(starts(), 2);
    } finally {
      mock.timers.reset();
    }
  });

  it('starts a thread anew when one died, and goes on', async () => {
    const { client, kill, starts } = harness();
    await read(client, list(3));
    const reading = read(client, list(4));
    await Promise.resolve();
    kill();
    assert.equal((await reading).papers.length, 4);
    assert.equal((await read(client, list(5))).papers.length, 5);
    assert.equal(starts(), 2);
  });

  it('can be cancelled, and tells of its progress', async () => {
    const { client } = harness();
    const abort = new AbortController();
    const progress: number[] = [];
    const onProgress = (done: number) => {
      progress.push(done);
      if (done > 0) abort.abort(new Error('enough'));
    };
    await assert.rejects(read(client, list(1100), { signal: abort.signal, onProgress }), /enough/);
    assert.deepEqual(progress, [0, 512]);
    assert.equal((await read(client, list(3))).papers.length, 3);
  });

  it('reads a file by its path', async () => {
    const files = new Files();
    await files.replaceFile('/x.bib', [new TextEncoder().encode(list(3))]);
    const reading = await harness(files).client.read({ uri: 'x', fileName: 'x.bib', content: { path: '/x.bib' } });
    assert.deepEqual(plain(reading), plain(readText('x.bib', list(3))));
    const gone = harness(files).client.read({ uri: 'y', fileName: 'y.bib', content: { path: '/y.bib' } });
    await assert.rejects(gone, /y\.bib does not exist/);
  });

  it('reads from the cache what it wrote there', async () => {
    const files = new Files();
    const text = `@string{j = {J}}\n${entry('a', 'Ä {\\"O}')}@article{b, title = {B}, journal = j, crossref = {a}}\nx`;
    const first = harness(files).client;
    const reading = await read(first, text, { cacheFile });
    assert.equal(files.bytes.size, 0);
    await first.save('x', cacheFile);
    const written = files.bytes.get(cacheFile);
    assert.ok(written);
    const second = harness(files).client;
    assert.deepEqual(plain(await read(second, text, { cacheFile })), plain(reading));
    await second.save('x', cacheFile);
    assert.equal(files.bytes.get(cacheFile), written);
  });

  it('writes a cache of all papers after some of them changed', async () => {
    const files = new Files();
    const first = harness(files).client;
    await read(first, list(90), { cacheFile });
    const changed = await read(first, `${entry('new')}${list(90)}`, { cacheFile });
    await first.save('x', cacheFile);
    const second = harness(files).client;
    assert.deepEqual(plain(await read(second, `${entry('new')}${list(90)}`, { cacheFile })), plain(changed));
    assert.deepEqual(plain(await read(second, list(90))), plain(readText('x.bib', list(90))));
  });

  it('writes a cache while papers are still fetched', async () => {
    const files = new Files();
    const { client } = harness(files);
    const text = list(520);
    let saved: Promise<void> | undefined;
    const reading = await read(client, text, { cacheFile, onProgress: () => (saved ??= client.save('x', cacheFile)) });
    await saved;
    assert.deepEqual(plain(reading), plain(readText('x.bib', text)));
    assert.deepEqual(plain(await read(harness(files).client, text, { cacheFile })), plain(reading));
  });

  it('does not read from a cache that is damaged or of another text', async () => {
    const files = new Files();
    const { client } = harness(files);
    await read(client, list(2), { cacheFile });
    await client.save('x', cacheFile);
    const cache = files.bytes.get(cacheFile)!;
    const flipped = cache.map((byte, i) => (i === cache.length - 9 ? byte ^ 1 : byte));
    for (const damaged of [cache.slice(0, -5), flipped, new Uint8Array(3), new TextEncoder().encode('{}'), cache]) {
      files.bytes.set(cacheFile, damaged);
      const other = harness(files).client;
      const text = damaged === cache ? list(3) : list(2);
      assert.deepEqual(plain(await read(other, text, { cacheFile })), plain(readText('x.bib', text)));
      await other.save('x', cacheFile);
      assert.notEqual(files.bytes.get(cacheFile), damaged);
    }
  });

  it('knows its papers still when another thread reads on', async () => {
    const { client, kill, posted } = harness();
    const first = await read(client, list(300));
    kill();
    posted.length = 0;
    const again = await read(client, list(300));
    assert.deepEqual(again.papers, first.papers);
    assert.equal(again.papers[299], first.papers[299]);
    assert.equal(posted.length, 1);
  });

  describe('gives a source the abbreviations of the others', () => {
    const paper = '@article{a, title = {A}, journal = jx # " B"}';
    const of = (client: ReadingClient, uri: string, content: string, options = {}) =>
      client.read({ uri, fileName: uri, content }, options);

    it('whichever is read first', async () => {
      const { client } = harness();
      assert.equal((await of(client, 'x/a.bib', paper)).papers[0].venue, 'jx B');
      assert.deepEqual(client.outdated(), []);
      await of(client, 'x/strings.bib', '@string{JX = "Journal X"}');
      assert.deepEqual(client.outdated(), ['x/a.bib']);
      const again = await of(client, 'x/a.bib', paper);
      assert.equal(again.papers[0].venue, 'Journal X B');
      assert.deepEqual(again.problems, []);
      assert.deepEqual(client.outdated(), []);
    });

    it('until they are gone', async () => {
      const { client } = harness();
      await of(client, 'strings.bib', '@string{jx = {Journal X}}');
      assert.equal((await of(client, 'a.bib', paper)).papers[0].venue, 'Journal X B');
      client.forget('strings.bib');
      assert.deepEqual(client.outdated(), ['a.bib']);
      const { problems } = await of(client, 'a.bib', paper);
      assert.deepEqual(problems.map(({ code }) => code), ['unknown-string']); // prettier-ignore
    });

    it('but prefers its own, then those of its folder', async () => {
      const { client } = harness();
      await of(client, 'a/strings.bib', '@string{jx = {Far}}');
      await of(client, 'x/strings.bib', '@string{jx = {Near}}');
      assert.equal((await of(client, 'x/a.bib', paper)).papers[0].venue, 'Near B');
      assert.equal((await of(client, 'y/b.bib', `@string{jx = {Own}}\n${paper}`)).papers[0].venue, 'Own B');
      await of(client, 'a/strings.bib', '@string{jx = {Farther}}');
      assert.deepEqual(client.outdated(), []);
    });

    it('also where it is in the cache', async () => {
      const files = new Files();
      const first = harness(files).client;
      await of(first, 'a.bib', paper, { cacheFile });
      await first.save('a.bib', cacheFile);
      const second = harness(files).client;
      await of(second, 'strings.bib', '@string{jx = {Journal X}}');
      assert.equal((await of(second, 'a.bib', paper, { cacheFile })).papers[0].venue, 'Journal X B');
    });
  });
});
