import * as fs from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort } from 'node:worker_threads';
import { ROOMY_BYTES } from './roomy';
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

/** Files of more bytes than this are read into a block of `ROOMY_BYTES`; see there. */
const LARGE_BYTES = 4 << 20;

/** The bytes of a file; throws where it cannot be read. */
export function readFile(path: string): Uint8Array {
  const file = fs.openSync(path, 'r');
  try {
    const { size } = fs.fstatSync(file);
    const bytes = new Uint8Array(size < LARGE_BYTES ? size : Math.max(size, ROOMY_BYTES));
    let end = 0;
    while (end < size) {
      const read = fs.readSync(file, bytes, end, size - end, end);
      if (read === 0) break;
      end += read;
    }
    return bytes.subarray(0, end);
  } finally {
    fs.closeSync(file);
  }
}

/** Replaces a file as a whole, so that a reader finds the old or the new one; throws where that fails. */
export function replaceFile(path: string, chunks: Iterable<Uint8Array>): void {
  const unfinished = `${path}.${process.pid}.tmp`;
  try {
    const file = fs.openSync(unfinished, 'w');
    try {
      for (const chunk of chunks) fs.writeFileSync(file, chunk);
      fs.fsyncSync(file);
    } finally {
      fs.closeSync(file);
    }
    fs.renameSync(unfinished, path);
  } finally {
    fs.rmSync(unfinished, { force: true });
  }
}
