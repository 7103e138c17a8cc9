import assert from 'node:assert/strict';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { CitationIndex } from '../../../../src/citations/index/citationIndex';
import { decodeIndex, encodeIndex } from '../../../../src/citations/index/indexCache';
import { packed } from '../../../../src/citations/index/packedFile';
import type { IndexStore } from '../../../../src/citations/index/storedFacts';
import { knownSyntax } from '../../../../src/citations/syntaxes';
import { fileNameOf } from '../../../../src/workspace/uri';
import { TRIES_ALL } from '../../support/cases';
import { MemoryWorkspace } from '../../support/memoryWorkspace';
import { CITING_FILE } from './citingFiles';

/** What is kept between starts, with a hand on when it is written. */
class MemoryStore implements IndexStore {
  readonly checksum = crc32;
  kept: Uint8Array | undefined;
  time = 1e9;
  #waiting: (() => Promise<Uint8Array>) | undefined;

  now(): number {
    return this.time;
  }

  read(): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.kept);
  }

  writeLater(bytes: () => Promise<Uint8Array>): void {
    this.#waiting = bytes;
  }

  get isWaiting(): boolean {
    return this.#waiting !== undefined;
  }

  async write(): Promise<void> {
    this.kept = await this.#waiting?.();
    this.#waiting = undefined;
  }
}

/** An index over a workspace, as after a start. */
async function started(workspace: MemoryWorkspace, store: IndexStore, rules = ''): Promise<CitationIndex> {
  workspace.takeReads();
  const { files, log, clock, changes } = workspace;
  const index = new CitationIndex(
    { syntaxOf: (uri, text) => knownSyntax('', fileNameOf(uri), () => text), rulesFor: () => rules },
    { files, log, clock, changes, store },
  );
  await index.ready();
  return index;
}

const TEXTS = {
  'a.md': '# Head\n\nAs @doe [p. 3] says, [[note]].\n\n![](x.png){#lake}',
  'b.tex': '\\nocite{*}\\cite{doe, roe}',
  'none.md': 'Nothing here.',
};

describe('Who cites what is kept between starts', () => {
  it('so that a file is read again only where it is another', async () => {
    const [workspace, store] = [new MemoryWorkspace(TEXTS), new MemoryStore()];
    const first = await started(workspace, store);
    assert.equal(workspace.takeReads().length, 3);
    const before = await first.placesOf(['doe', 'roe']);
    await store.write();
    first.dispose();

    const second = await started(workspace, store);
    assert.deepEqual(workspace.takeReads(), []);
    assert.deepEqual(await second.placesOf(['doe', 'roe']), before);
    assert.equal((await second.linksTo(['note'], [])).length, 1);
    assert.ok(!store.isWaiting, 'nothing new is to be kept');
    second.dispose();

    workspace.write('none.md', '@roe');
    const third = await started(workspace, store);
    assert.deepEqual(workspace.takeReads(), ['read none.md']);
    assert.equal((await third.placesOf(['roe'])).length, 2);
    third.dispose();
  });

  it('but not what was only typed, nor what was changed just now', async () => {
    const [workspace, store] = [new MemoryWorkspace(TEXTS), new MemoryStore()];
    workspace.type('a.md', 'Now @typed.');
    const first = await started(workspace, store);
    assert.equal((await first.placesOf(['typed'])).length, 1);
    await store.write();
    first.dispose();
    workspace.close('a.md');
    const second = await started(workspace, store);
    assert.deepEqual(workspace.takeReads(), ['read a.md']);
    assert.equal((await second.placesOf(['typed'])).length, 0);
    store.time = 0;
    await store.write();
    second.dispose();
    await started(workspace, store);
    assert.equal(workspace.takeReads().length, 3);
  });

  it('and is not used by other rules, nor where it is damaged', async () => {
    const [workspace, store] = [new MemoryWorkspace(TEXTS), new MemoryStore()];
    (await started(workspace, store)).dispose();
    await store.write();
    (await started(workspace, store, 'mycite')).dispose();
    assert.equal(workspace.takeReads().length, 3);
    for (let at = 0; at < store.kept!.length; at += TRIES_ALL ? 7 : 29) {
      const damaged = { ...new MemoryStore(), checksum: crc32, now: () => 0, kept: Uint8Array.from(store.kept!) };
      damaged.kept[at] ^= 255;
      const index = await started(workspace, {
        ...damaged,
        read: () => Promise.resolve(damaged.kept),
        writeLater: () => {},
      });
      assert.equal((await index.placesOf(['doe'])).length, 2, `byte ${at}`);
      index.dispose();
    }
  });

  it('whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(CITING_FILE), async (facts) => {
        const files = facts.map((fact, i) => {
          const version = { size: i, mtime: i + 0.5, rules: String(i) };
          return [`file:///${i}`, { ...version, fact: packed(fact) }] as const;
        });
        const stored = decodeIndex(await encodeIndex(files, crc32), crc32)!;
        for (const [uri, { fact, ...version }] of files) {
          assert.deepEqual(stored.take(uri, version), { ...version, fact });
          assert.equal(stored.take(uri, { ...version, size: -1 }), undefined);
        }
        assert.equal(stored.take('file:///none', { size: 0, mtime: 0.5, rules: '0' }), undefined);
      }),
    );
  });
});
