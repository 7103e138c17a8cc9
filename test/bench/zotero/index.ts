import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { readBytes } from '../../../src/library/formats/readers';
import { Library } from '../../../src/library/library';
import { LocalConnection } from '../../../src/online/zotero/connection';
import { LiveZotero } from '../../../src/online/zotero/liveZotero';
import { LOOPBACK } from '../../../src/platform/node/loopback';
import { MemoryCopy } from '../../online/memoryCopy';
import { Turns } from '../turns';

const SIZES = [1000, 10_000, 20_000];
const SERVER = fileURLToPath(new URL('server.ts', import.meta.url));

/** What must hold of 10,000 papers: the first load in seconds, the turns of following in milliseconds. In larger ones memory is cleared for longer. */
const MEASURED = 10_000;
const FIRST_LOAD_S = 3;
const STALL_MS = 50;

/**
 * How long a library of Zotero takes from the first request to its papers, a change of one item from the next look, and the longest that
 * following holds the event loop at a time, as the processor counts it. Zotero 10, and Zotero 7 with Better BibTeX. Fails where what must hold does not.
 */
export async function benchZotero(): Promise<void> {
  console.log(
    'papers | items | Zotero | first load s | … of the processor s | requests | copy MB | papers from the copy s | nothing changed ms | one change, copied ms | … and read ms | longest turn of following ms',
  );
  for (const size of SIZES) {
    for (const kind of ['10', 'plugin']) await bench(size, kind);
  }
}

async function bench(size: number, kind: string): Promise<void> {
  const server = fork(SERVER, [String(size), kind], { execArgv: ['--import', 'tsx'] });
  try {
    const [{ url, items }] = (await once(server, 'message')) as [{ url: string; items: number }];
    const change = async () => {
      server.send('P0000007');
      await once(server, 'message');
    };
    const { load, stall, figures } = await measure(url, change);
    console.log([size, items, kind === '10' ? '10' : '7 + Better BibTeX', ...figures].join(' | '));
    if (size !== MEASURED) return;
    if (kind === '10' && load > FIRST_LOAD_S) fail(`first load of ${size}: ${load.toFixed(1)} s`);
    if (stall > STALL_MS) fail(`stall at ${size}: ${stall.toFixed(0)} ms`);
  } finally {
    server.kill();
  }
}

function fail(what: string): void {
  console.error(`Too slow: ${what}`);
  process.exitCode = 1;
}

async function measure(
  url: string,
  change: () => Promise<void>,
): Promise<{ load: number; stall: number; figures: string[] }> {
  const copy = new MemoryCopy();
  let sent = 0;
  const counted: typeof LOOPBACK = LOOPBACK && ((request) => (sent++, LOOPBACK!(request)));
  const live = new LiveZotero(new LocalConnection(counted, url), { server: 'zotero', library: 'user' }, copy);
  const look = () => live.look({ isWhole: false, signal: new AbortController().signal, progress: () => {} });
  let stall = 0;
  const watched = async () => {
    const turns = new Turns();
    const seconds = await timed(look);
    turns.stop();
    stall = Math.max(stall, turns.longest);
    return seconds;
  };
  const before = process.cpuUsage();
  const load = await watched();
  const { user, system } = process.cpuUsage(before);
  const requests = sent;
  const library = new Library();
  // A thread of its own does this.
  const read = () => timed(() => library.setSource('file:///z', readBytes('Zotero.json', copy.bytes!)));
  const first = await read();
  const idle = await watched();
  await change();
  const changed = await watched();
  const again = await read();
  const ms = (seconds: number) => (seconds * 1000).toFixed(0);
  const megabytes = (copy.bytes!.length / 1e6).toFixed(1);
  const times = [ms(idle), ms(changed), ms(changed + again), stall.toFixed(1)];
  return {
    load,
    stall,
    figures: [
      load.toFixed(2),
      ((user + system) / 1e6).toFixed(2),
      String(requests),
      megabytes,
      first.toFixed(2),
      ...times,
    ],
  };
}

/** Seconds. */
async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
