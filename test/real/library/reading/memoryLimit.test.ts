import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decompress } from '#platform/compression';
import { ReadingClient } from '../../../../src/library/reading/client';
import { startThread } from '../../../../src/platform/node/startThread';
import { bundledScript } from '../../support/bundledScript';

const NO_FILES = { read: () => Promise.reject(new Error()), replace: () => Promise.reject(new Error()) };
/** So much memory a thread may have here, in megabytes; in the extension it is a gigabyte. */
const MOST_MEMORY = 20;
/** Entries that take more than that: their texts, not only the file, are kept while they are read. */
const LARGE = Array.from({ length: 25_000 }, (_, i) => `@book{k${i}, title = {${'t'.repeat(99)}}}`).join('\n');

describe('The memory of a real thread that reads', function () {
  this.timeout(120_000);
  let folder: string;
  let script: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'memory-'));
    script = await bundledScript('src/library/worker.ts', folder);
  });
  after(() => rmSync(folder, { recursive: true }));

  const endsWith = async (mostMemory?: number) => {
    let starts = 0;
    const start = () => (starts++, startThread(script, NO_FILES, mostMemory));
    const client = new ReadingClient(start, decompress);
    const read = (uri: string, content: string) =>
      client.read({ uri, fileName: `${uri}.bib`, content }).then(
        ({ papers }) => papers.length,
        (error: unknown) => (error instanceof Error ? error.message : error),
      );
    const ends = await Promise.all([read('small', '@book{a, title = {A}}'), read('large', LARGE)]);
    client.dispose();
    return { ends, starts };
  };

  it('is limited: a source that needs more is given up after a second try, the others are read', async () => {
    assert.deepEqual(await endsWith(MOST_MEMORY), { ends: [1, 'too-demanding'], starts: 3 });
  });

  it('is enough for the same source without that limit', async () => {
    assert.deepEqual(await endsWith(), { ends: [1, 25_000], starts: 2 });
  });
});
