import { BetterBibtex } from '../../../src/online/zotero/betterBibtex';
import { LocalConnection } from '../../../src/online/zotero/connection';
import { LiveZotero } from '../../../src/online/zotero/liveZotero';
import { loadAll } from '../../../src/online/zotero/sync';
import { readBytes } from '../../../src/library/formats/readers';
import { Library } from '../../../src/library/library';
import { LOOPBACK } from '../../../src/platform/node/loopback';
import { MemoryCopy } from '../../online/memoryCopy';
import { fill, ZoteroServer } from '../../online/zoteroServer';

const SIZES = [1000, 10_000, 50_000];
const NEVER = new AbortController().signal;

/** How long a library of Zotero takes from the first request to its papers, and a change of one item from the next look. */
export async function benchZotero(): Promise<void> {
  console.log(
    'items | first load s | copy MB | papers from the copy s | nothing changed ms | one change, copied ms | … and read ms',
  );
  for (const size of SIZES) {
    const server = await ZoteroServer.listen({ version: '10.0.1' });
    fill(server, size);
    console.log([size, ...(await measure(server))].join(' | '));
    await server.close();
  }
}

async function measure(server: ZoteroServer): Promise<string[]> {
  const zotero = new LocalConnection(LOOPBACK, server.http.url);
  const followed = { server: 'zotero', library: 'user' } as const;
  const parts = { zotero, followed, betterBibtex: new BetterBibtex(zotero), today: () => new Date() };
  const copy = new MemoryCopy();
  const load = await timed(async () => copy.write(await (await loadAll(parts, NEVER)).written()));
  const library = new Library();
  const read = await timed(() => library.setSource('file:///z', readBytes('Zotero.json', copy.bytes!)));
  const live = new LiveZotero(zotero, followed, copy);
  const look = () => live.look({ isWhole: false, signal: NEVER, progress: () => {} });
  await look();
  const idle = await timed(look);
  server.put({ key: 'P0000007', title: 'Another Title' });
  const change = await timed(look);
  const again = await timed(() => library.setSource('file:///z', readBytes('Zotero.json', copy.bytes!)));
  const ms = (seconds: number) => (seconds * 1000).toFixed(0);
  return [
    load.toFixed(2),
    (copy.bytes!.length / 1e6).toFixed(1),
    read.toFixed(2),
    ms(idle),
    ms(change),
    ms(change + again),
  ];
}

/** Seconds. */
async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
