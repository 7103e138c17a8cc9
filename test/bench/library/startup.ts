import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { inflateRawSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import type { WorkerPort } from '../../../src/base/workerCalls';
import { Library } from '../../../src/library/library';
import { ReadingClient } from '../../../src/library/reading/client';
import { bibCorpus } from './corpus';

/** Sources read in a worker and taken into the library in steps: time, the longest stall of this thread, and memory. */
export async function measureStartup(sources: number, entries: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'library-bench-'));
  try {
    const workerFile = join(folder, 'worker.js');
    buildSync({
      entryPoints: ['src/library/worker.ts'],
      bundle: true,
      platform: 'node',
      mainFields: ['module', 'main'],
      outfile: workerFile,
    });
    const texts = Array.from({ length: sources }, (_, i) =>
      Buffer.from(bibCorpus(entries).replaceAll('{key', `{s${i}key`)),
    );
    const caches = await start('first start', workerFile, texts, []);
    await start('from the cache', workerFile, texts, caches);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function start(
  name: string,
  workerFile: string,
  texts: readonly Uint8Array[],
  caches: readonly (Uint8Array | undefined)[],
): Promise<(Uint8Array | undefined)[]> {
  const client = new ReadingClient(() => portOf(new Worker(workerFile)), (bytes) => inflateRawSync(bytes));
  const library = new Library();
  await new Promise((resolve) => setTimeout(resolve, 200));
  global.gc?.();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const began = performance.now();
  for (const [i, content] of texts.entries()) {
    const reading = await client.read({ uri: `x:${i}`, fileName: 'x.bib', content }, { cache: caches.at(i) });
    const steps = library.applying([{ uri: `x:${i}`, result: reading }]);
    let sliceEnd = performance.now() + 8;
    while (!steps.next().done) {
      if (performance.now() < sliceEnd) continue;
      await new Promise((resolve) => setImmediate(resolve));
      sliceEnd = performance.now() + 8;
    }
  }
  const count = library.entries().length;
  const seconds = (performance.now() - began) / 1000;
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.disable();
  const memory = process.memoryUsage();
  console.log(
    `\n${count} entries in ${texts.length} files, ${name}: ready after ${seconds.toFixed(1)} s; longest stall ` +
      `${(delay.max / 1e6).toFixed(0)} ms, p99 ${(delay.percentile(99) / 1e6).toFixed(0)} ms; ` +
      `${(memory.heapUsed / 1e6).toFixed(0)} MB of heap here, ${(memory.rss / 1e6).toFixed(0)} MB for the process`,
  );
  const made = await Promise.all(texts.map((_, i) => client.cache(`x:${i}`)));
  client.dispose();
  return made;
}

function portOf(worker: Worker): WorkerPort {
  return {
    postMessage: (message, transfer) => worker.postMessage(message, [...(transfer ?? [])]),
    onMessage: (listener) => worker.on('message', listener),
    onExit: (listener) => {
      worker.on('error', listener);
      worker.on('exit', () => listener());
    },
    terminate: () => void worker.terminate(),
  };
}
