import { Worker } from 'node:worker_threads';
import type { WorkerPort } from '../../base/workerCalls';

/** Starts a worker thread from a bundled script. It never keeps the extension host alive. */
export function startWorker(script: string): WorkerPort {
  const worker = new Worker(script);
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
