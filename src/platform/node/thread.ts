import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort } from 'node:worker_threads';
import type { ReplyPort } from '../../base/workerCalls';

/* What the entries of worker threads need. */

/** The port to whoever started this thread; throws in a thread that nobody started. */
export function portOfThread(): ReplyPort {
  const port = parentPort;
  if (!port) throw new Error('To be run as a worker thread');
  return {
    postMessage: (message, transfer) => port.postMessage(message, transfer),
    onMessage: (listener) => port.on('message', listener),
  };
}

/** Ends this thread as one that cannot go on. */
export function endThread(): never {
  process.exit(1);
}

/** Lets what waits for this thread be done. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * Frees what is not needed any more, once the functions that run now have returned, as V8 keeps all that their frames have
 * touched. It leaves the garbage of a thread without work alone; a flag lets us ask for it.
 */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  setImmediate(runInNewContext('gc') as () => void);
}
