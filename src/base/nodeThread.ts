import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort } from 'node:worker_threads';
import type { ReplyPort } from './workerCalls';

/* What the entries of worker threads need of Node. Only they import this. */

/** The port to whoever started this thread; throws in a thread that nobody started. */
export function portOfThread(): ReplyPort {
  const port = parentPort;
  if (!port) throw new Error('To be run as a worker thread');
  return {
    postMessage: (message, transfer) => port.postMessage(message, transfer),
    onMessage: (listener) => port.on('message', listener),
  };
}

/**
 * Frees what is not needed any more, once the functions that run now have returned, as V8 keeps all that their frames have
 * touched. It leaves the garbage of a thread without work alone; a flag lets us ask for it.
 */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  setImmediate(runInNewContext('gc') as () => void);
}
