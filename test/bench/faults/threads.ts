import { decompress } from '#platform/compression';
import { ReadingClient } from '../../../src/library/reading/client';
import { threadOf, type ThreadScripts } from './threadScripts';
import { tryAll, type Trial } from './trial';

const SMALL = '@misc{small, title = {S}}';
const TINY = 1_000_000;
/** The longest that a small source may take beside a large one, in milliseconds: its thread has to start, too. */
const SOON = 3000;

/** Reads sources in real threads, as the extension does: what sources do to each other. */
export function tryThreads({ reading }: ThreadScripts): Promise<Trial[]> {
  const start = (mostMemory?: number) => new ReadingClient(() => threadOf(reading, mostMemory), decompress);
  return tryAll({
    'a small source beside a million tiny entries': () => readBesideLarge(start()),
    'a source that needs more memory than there may be': () => readBesideBomb(start(48)),
  });
}

async function readBesideLarge(client: ReadingClient): Promise<Trial> {
  const began = performance.now();
  const passed = () => performance.now() - began;
  const tiny = Array.from({ length: TINY }, (_, i) => `@a{${i},}`).join('\n');
  const large = client.read({ uri: 'large', fileName: 'x.bib', content: new TextEncoder().encode(tiny) }).then(passed);
  await client.read({ uri: 'small', fileName: 'x.bib', content: SMALL });
  const small = passed();
  const all = await large;
  client.dispose();
  return { holds: small < SOON && small < all, line: `${small.toFixed(0)} ms, the large one ${all.toFixed(0)} ms` };
}

async function readBesideBomb(client: ReadingClient): Promise<Trial> {
  const entries = Array.from({ length: 60_000 }, (_, i) => `@book{k${i}, title = {${'t'.repeat(99)}}}`).join('\n');
  const read = (uri: string, content: string) =>
    client.read({ uri, fileName: 'x.bib', content }).then(
      ({ papers }) => `${papers.length} papers`,
      (error: unknown) => String(error),
    );
  const ends = await Promise.all([read('large', entries), read('small', SMALL)]);
  client.dispose();
  return { holds: /too-demanding/.test(ends[0]) && ends[1] === '1 papers', line: ends.join('; ') };
}
