import { Worker } from 'node:worker_threads';
import { inBackground } from '../../base/inBackground';
import type { WorkerPort } from '../../base/workerCalls';
import type { FileUri, HostFiles } from '../hostFiles';

/** The folder of the scripts of threads, in the extension's. */
export const SCRIPTS = 'dist';

/** More room for young objects makes no thread of ours faster, and is hardly ever given back. */
const YOUNG_MB = 12;
/** A thread that needs more memory for its objects ends, in megabytes. */
const MOST_MEMORY = 1024;

/** How a thread is told of a file; undefined where it cannot read it. */
export function nameForThreads(uri: FileUri): string | undefined {
  return uri.scheme === 'file' ? uri.fsPath : undefined;
}

/**
 * Starts a thread that runs a bundled script, given by the name that threads know it by. It never keeps the extension
 * host alive, and needs none to read files. One that needs more memory than there may be ends, and nothing else.
 */
export function startThread(script: string, _files: HostFiles, mostMemory = MOST_MEMORY): WorkerPort {
  const worker = new Worker(script, {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB, maxOldGenerationSizeMb: mostMemory },
  });
  worker.unref();
  return {
    postMessage: (message, transfer) => worker.postMessage(message, transfer ? [...transfer] : undefined),
    onMessage: (listener) => void worker.on('message', listener),
    onExit: (listener) => {
      worker.on('error', (error: unknown) => listener(error instanceof Error ? error : new Error(String(error))));
      worker.on('exit', () => listener());
    },
    terminate: () => inBackground(worker.terminate()),
  };
}
