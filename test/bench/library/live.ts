import { decompress } from '#platform/compression';
import { Library } from '../../../src/library/library';
import { ReadingClient } from '../../../src/library/reading/client';
import { percentile, threadCpu } from '../search/clock';
import { bibCorpus } from './corpus';
import { threadHere } from './threadHere';

/** One entry after the other of a large source is edited: CPU milliseconds of both threads until the library knows. */
export async function measureEdits(count: number): Promise<void> {
  const client = new ReadingClient(threadHere, decompress);
  const library = new Library();
  let text = bibCorpus(count);
  const read = async () => library.setSource('x', await client.read({ uri: 'x', fileName: 'x.bib', content: text }));
  await read();
  const times: number[] = [];
  for (let i = 0; i < 60; i++) {
    const at = text.indexOf('title = {', Math.floor((text.length * (i + 1)) / 64)) + 9;
    text = flat(`${text.slice(0, at)}New ${i}\n${text.slice(at)}`);
    const before = threadCpu();
    const diff = await read();
    times.push(threadCpu() - before);
    if (diff.changed.length !== 1) throw new Error(`${diff.changed.length} entries changed by one edit`);
  }
  client.dispose();
  const settled = times.slice(10);
  const [median, slow, most] = [0.5, 0.95, 1].map((share) => percentile(settled, share).toFixed(1));
  console.log(
    `\n${count} entries, one edited (a line added): median ${median} ms, p95 ${slow} ms, most ${most} ms of CPU`,
  );
}

/** As the text comes from an editor or a file: in one piece. */
function flat(text: string): string {
  return Buffer.from(text).toString();
}
