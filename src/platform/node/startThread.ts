import { Worker } from 'node:worker_threads';
import type { WorkerPort } from '../../base/workerCalls';

/** More room for young objects makes no thread of ours faster, and is hardly ever given back. */
const YOUNG_MB = 12;

/** Starts a thread that runs a bundled script. It never keeps the extension host alive. */
export function startThread(script: string): WorkerPort {
  const worker = new Worker(script, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
  worker.unref();
  return {
    postMessage: (message, transfer) => worker.postMessage(message, transfer ? [...transfer] : undefined),
    onMessage: (listener) => void worker.on('message', listener),
    onExit: (listener) => {
      worker.on('error', (error: unknown) => listener(error instanceof Error ? error : new Error(String(error))));
      worker.on('exit', () => listener());
    },
    terminate: () => void worker.terminate(),
  };
}
