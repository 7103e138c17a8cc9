import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { decompress } from '#platform/compression';
import { startThread } from '../../../src/platform/node/startThread';
import { ReadingClient } from '../../../src/library/reading/client';

const NO_FILES = { read: () => Promise.reject(new Error()), replace: () => Promise.reject(new Error()) };
const SMALL = '@misc{small, title = {S}}';
const TINY = 1_000_000;
/** The longest that a small source may take beside a large one, in milliseconds: its thread has to start, too. */
const SOON = 3000;

type Attempt = (start: (mostMemory?: number) => ReadingClient) => Promise<{ holds: boolean; line: string }>;

/** What sources do to each other in real threads, by name. */
const ATTEMPTS: Readonly<Record<string, Attempt>> = {
  'a small source beside a million tiny entries': async (start) => {
    const client = start();
    const began = performance.now();
    const passed = () => performance.now() - began;
    const tiny = Array.from({ length: TINY }, (_, i) => `@a{${i},}`).join('\n');
    const large = client
      .read({ uri: 'large', fileName: 'x.bib', content: new TextEncoder().encode(tiny) })
      .then(passed);
    await client.read({ uri: 'small', fileName: 'x.bib', content: SMALL });
    const small = passed();
    const all = await large;
    client.dispose();
    return { holds: small < SOON && small < all, line: `${small.toFixed(0)} ms, the large one ${all.toFixed(0)} ms` };
  },
  'a source that needs more memory than there may be': async (start) => {
    const client = start(48);
    const entries = Array.from({ length: 60_000 }, (_, i) => `@book{k${i}, title = {${'t'.repeat(99)}}}`).join('\n');
    const read = (uri: string, content: string) =>
      client.read({ uri, fileName: 'x.bib', content }).then(
        ({ papers }) => `${papers.length} papers`,
        (error: unknown) => String(error),
      );
    const ends = await Promise.all([read('large', entries), read('small', SMALL)]);
    client.dispose();
    return { holds: /too-demanding/.test(ends[0]) && ends[1] === '1 papers', line: ends.join('; ') };
  },
};

/** Reads sources in real threads, as the extension does. */
export async function tryThreads(): Promise<{ readonly holds: boolean; readonly line: string }[]> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  const worker = join(folder, 'worker.js');
  try {
    buildSync({
      entryPoints: ['src/library/worker.ts'],
      bundle: true,
      platform: 'node',
      mainFields: ['module', 'main'],
      outfile: worker,
    });
    const start = (mostMemory?: number) =>
      new ReadingClient(() => startThread(worker, NO_FILES, mostMemory), decompress);
    const trials = [];
    for (const [name, attempt] of Object.entries(ATTEMPTS)) {
      const { holds, line } = await attempt(start);
      trials.push({ holds, line: `${name}: ${line}` });
    }
    return trials;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
