import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import * as esbuild from 'esbuild';
import type { WorkerPort } from '../../../src/base/workerCalls';

/** The search as a thread of its own, as it is shipped. */
export function searchThread(): { readonly start: () => WorkerPort; dispose(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'search-thread-'));
  const script = join(folder, 'searchWorker.js');
  esbuild.buildSync({
    entryPoints: [join(import.meta.dirname, '../../../src/search/worker.ts')],
    bundle: true,
    minify: true,
    platform: 'node',
    outfile: script,
    logLevel: 'error',
  });
  return { start: () => portOf(script), dispose: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Watches how long this thread is held at a time; the returned function ends that and tells the longest. */
export function watchHolds(): () => number {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 1);
    last = now;
  }, 1);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

function portOf(script: string): WorkerPort {
  const worker = new Worker(script, { execArgv: [] });
  return {
    postMessage: (message, transfer) => worker.postMessage(message, transfer),
    onMessage: (listener) => worker.on('message', listener),
    onExit: (listener) => worker.on('error', listener).on('exit', () => listener()),
    terminate: () => void worker.terminate(),
  };
}
