import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import { decompress } from '#platform/compression';
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
    const text = bibCorpus(entries);
    const files = Array.from({ length: sources }, (_, i) => join(folder, `${i}.bib`));
    for (const [i, file] of files.entries()) writeFileSync(file, text.replaceAll('{key', `{s${i}key`));
    await start('first start', workerFile, files);
    await start('from the cache', workerFile, files);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function start(name: string, workerFile: string, files: readonly string[]): Promise<void> {
  const client = new ReadingClient(() => portOf(new Worker(workerFile)), decompress);
  const library = new Library();
  await new Promise((resolve) => setTimeout(resolve, 200));
  global.gc?.();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const began = performance.now();
  for (const path of files) {
    const reading = await client.read(
      { uri: path, fileName: 'x.bib', content: { path } },
      { cacheFile: `${path}.cache` },
    );
    const steps = library.applying([{ uri: path, result: reading }]);
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
    `\n${count} entries in ${files.length} files, ${name}: ready after ${seconds.toFixed(1)} s; longest stall ` +
      `${(delay.max / 1e6).toFixed(0)} ms, p99 ${(delay.percentile(99) / 1e6).toFixed(0)} ms; ` +
      `${(memory.heapUsed / 1e6).toFixed(0)} MB of heap here, ${(memory.rss / 1e6).toFixed(0)} MB for the process`,
  );
  for (const path of files) await client.save(path, `${path}.cache`);
  client.dispose();
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
