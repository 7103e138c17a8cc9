import assert from 'node:assert/strict';
import { compress, decompress } from '#platform/compression';
import { serveCalls, type ReplyPort, type WorkerPort } from '../../../src/base/workerCalls';
import type { Paper } from '../../../src/library/model/paper';
import { bibtexReader } from '../../../src/library/formats/bibtex';
import { PackReader } from '../../../src/library/packed/packReader';
import { packPapers, paperCount } from '../../../src/library/packed/pack';
import { OpenPack } from '../../../src/library/packed/openPack';
import { PackedPaper } from '../../../src/library/packed/packedPaper';
import { SearchClient } from '../../../src/search/client';
import type { SearchDocument } from '../../../src/search/contract';
import { SearchEngine } from '../../../src/search/engine';
import { PaperDocument } from '../../../src/search/paperDocument';
import type { SearchCalls } from '../../../src/search/protocol';

/** An engine on the same thread behind the port of a worker, which can be killed. */
class LocalWorker implements WorkerPort {
  readonly #engine = new SearchEngine({
    decompress,
    pause: () => Promise.resolve(),
    giveUp: () => {
      throw new Error('gave up');
    },
  });
  #toWorker: (message: unknown) => void = () => undefined;
  #toClient: (message: unknown) => void = () => undefined;
  #onExit: (reason?: Error) => void = () => undefined;
  #dead = false;

  constructor(private readonly before: (name: string, worker: LocalWorker) => void = () => undefined) {
    const port: ReplyPort = {
      postMessage: (message) => queueMicrotask(() => !this.#dead && this.#toClient(structuredClone(message))),
      onMessage: (listener) => (this.#toWorker = listener),
    };
    serveCalls<SearchCalls>(port, this.#engine.handlers());
  }

  postMessage(message: unknown): void {
    this.before((message as { name: string }).name, this);
    queueMicrotask(() => !this.#dead && this.#toWorker(structuredClone(message)));
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#toClient = listener;
  }

  onExit(listener: (reason?: Error) => void): void {
    this.#onExit = listener;
  }

  kill(): void {
    this.#dead = true;
    queueMicrotask(() => this.#onExit(new Error('killed')));
  }

  terminate(): void {
    this.kill();
  }
}

function paper(id: string, title: string): SearchDocument {
  return { id, title, authors: [], keywords: [], aliases: [], type: 'article', source: 'papers.txt' };
}

const papers = [paper('a', 'Deep residual learning'), paper('b', 'Deep sets'), paper('c', 'Pointer networks')];

const NOWHERE = new Int32Array(4);

/** What the search sees of a paper; of the first, also a note. */
function documentOf(paper: Paper): SearchDocument {
  const id = paper.statedKey!;
  return new PaperDocument(paper, {
    id,
    source: 'x.bib',
    note: id === 'k0' ? { text: 'A note', tags: [] } : undefined,
  });
}

/** A client whose n-th worker is killed on the calls that `kills[n]` names. */
function clientWithDeaths(...kills: string[]): { client: SearchClient; started: () => number } {
  let started = 0;
  const start = () => {
    const fatal = kills[started++];
    return new LocalWorker((name, worker) => name === fatal && worker.kill());
  };
  const client = new SearchClient(start, { wait: () => Promise.resolve() });
  return { client, started: () => started };
}

describe('SearchClient', () => {
  it('finds what it was given, and tells the ids best first', async () => {
    const { client } = clientWithDeaths();
    await client.update({ put: papers, removed: [] });
    const answer = await client.search('deep');
    assert.equal(answer.query, 'deep');
    assert.equal(answer.total, 2);
    assert.equal(answer.searched, 3);
    assert.deepEqual(answer.ids().sort(), ['a', 'b']);
    assert.deepEqual(answer.slice(0, 1).map((hit) => hit.id).length, 1);
  });

  it('forgets what was removed and replaces what was put again', async () => {
    const { client } = clientWithDeaths();
    await client.update({ put: papers, removed: [] });
    await client.update({ put: [paper('c', 'Deep pointers')], removed: ['a'] });
    assert.deepEqual((await client.search('deep')).ids().sort(), ['b', 'c']);
    assert.equal((await client.search('networks')).total, 0);
  });

  it('answers a query whose worker died, on a new worker with the same papers', async () => {
    const { client, started } = clientWithDeaths('search');
    await client.update({ put: papers, removed: [] });
    assert.deepEqual((await client.search('pointer')).ids(), ['c']);
    assert.equal(started(), 2);
  });

  it('finishes an update whose worker died', async () => {
    const { client } = clientWithDeaths('commit', 'put');
    await client.update({ put: papers, removed: [] });
    assert.equal((await client.search('deep')).total, 2);
  });

  it('asks once more, then rejects with a reason; a later query gets a worker again', async () => {
    const { client, started } = clientWithDeaths('search', 'search', 'put');
    await client.update({ put: papers, removed: [] });
    await assert.rejects(client.search('deep'), /keeps ending: killed/);
    assert.equal(started(), 2);
    assert.equal((await client.search('deep')).total, 2);
  });

  it('starts workers ever later while they die, and never gives up', async () => {
    const waits: number[] = [];
    const wait = (milliseconds: number) => Promise.resolve(void waits.push(milliseconds));
    let deaths = 0;
    const client = new SearchClient(
      () => new LocalWorker((name, worker) => name === 'search' && deaths++ < 9 && worker.kill()),
      { wait },
    );
    await client.update({ put: papers, removed: [] });
    while (deaths < 8) await assert.rejects(client.search('deep'), /keeps ending/);
    assert.equal((await client.search('deep')).total, 2);
    assert.deepEqual(waits, [250, 500, 1000, 2000, 4000, 5000, 5000, 5000]);
    assert.equal((await client.search('deep')).total, 2);
    assert.equal(waits.length, 8, 'an answer ends the waiting');
  });

  it('leaves no rejection unhandled when a worker dies while it is fed', async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown): void => void unhandled.push(reason);
    process.on('unhandledRejection', note);
    const many = Array.from({ length: 900 }, (_, i) => paper(`p${i}`, `Paper ${i} `.repeat(40)));
    let puts = 0;
    const client = new SearchClient(
      () => new LocalWorker((name, worker) => name === 'put' && ++puts === 2 && worker.kill()),
    );
    await client.update({ put: many, removed: [] });
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', note);
    assert.ok(puts > 3, 'it was fed in several slices');
    assert.deepEqual(unhandled, []);
    assert.equal((await client.search('paper')).total, 900);
  });

  it('rejects what is pending and all later when it is closed', async () => {
    const { client } = clientWithDeaths();
    await client.update({ put: papers, removed: [] });
    const pending = client.search('deep');
    client.dispose();
    await assert.rejects(pending, /ended|closed/);
    await assert.rejects(client.search('deep'), /closed/);
  });

  it('finds papers that travel in their packs as those that travel alone', async () => {
    const { papers } = bibtexReader.read(
      Array.from(
        { length: 70 },
        (_, i) =>
          `@article{k${i}, title = {Deep ${i % 7 ? 'sets' : 'nets'}}, abstract = {Number n${i}}, author = {Ada M{\\"u}ller}}`,
      ).join('\n'),
    );
    const reader = new PackReader(decompress);
    const packed: SearchDocument[] = [];
    while (packed.length < papers.length) {
      const pack = packPapers(papers, packed.length, compress);
      const open = new OpenPack(pack, reader);
      for (let i = 0; i < paperCount(pack); i++) packed.push(documentOf(new PackedPaper(open, i, NOWHERE, 0)));
    }
    const answers = async (put: readonly SearchDocument[]) => {
      const { client } = clientWithDeaths('commit');
      await client.update({ put, removed: [] });
      const found = await Promise.all(['nets muller', 'n67', 'note', 'key:k69'].map((query) => client.search(query)));
      return found.map((answer) => answer.slice(0, 200));
    };
    const found = await answers(packed);
    assert.deepEqual(found, await answers(papers.map(documentOf)));
    assert.deepEqual(found.map((hits) => hits.length), [10, 1, 1, 1]); // prettier-ignore
  });

  it('sends no document for a changed status, and tells a new worker all facets', async () => {
    const sent: string[] = [];
    let started = 0;
    const client = new SearchClient(() => {
      const isFirst = started++ === 0;
      return new LocalWorker((name, worker) => {
        sent.push(name);
        if (isFirst && sent.filter((one) => one === 'search').length === 2) worker.kill();
      });
    });
    await client.update({ put: papers, removed: [] });
    await client.setFacets([{ id: 'a', facets: { status: 'reading' } }]);
    sent.length = 0;
    await client.setFacets([{ id: 'b', facets: { status: 'read' } }]);
    assert.deepEqual((await client.search('status:reading')).ids(), ['a']);
    assert.deepEqual(sent, ['facets', 'search']);
    assert.deepEqual((await client.search('status:read')).ids(), ['b']);
    assert.equal(started, 2);
  });

  it('searches nothing before the first papers', async () => {
    const { client } = clientWithDeaths();
    assert.equal((await client.search('deep')).total, 0);
  });
});
