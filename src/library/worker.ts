import * as fs from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { deserialize, serialize } from 'node:v8';
import { deflateRawSync } from 'node:zlib';
import { serveCalls } from '../base/workerCalls';
import { movableBuffers, type ReadingCalls } from './reading/protocol';
import { ReadingServer } from './reading/server';

/* The worker thread that reads sources: binds the server to the thread's port. */
const port = parentPort;
if (!port) throw new Error('To be run as a worker thread');

/** Papers come out smaller than at level 1 in the same time; higher levels take half as long again for a tenth less. */
const DEFLATE_LEVEL = 3;

const server = new ReadingServer({
  serialize,
  deserialize,
  // In a buffer of its own, no larger than need be.
  deflate: (bytes) => new Uint8Array(deflateRawSync(bytes, { level: DEFLATE_LEVEL })),
  readFile: (path) => fs.readFileSync(path),
  replaceFile: (path, bytes) => {
    const unfinished = `${path}.${process.pid}.tmp`;
    try {
      fs.writeFileSync(unfinished, bytes, { flush: true });
      fs.renameSync(unfinished, path);
    } finally {
      fs.rmSync(unfinished, { force: true });
    }
  },
});

serveCalls<ReadingCalls>(
  {
    postMessage: (message, transfer) => port.postMessage(message, transfer),
    onMessage: (listener) => port.on('message', listener),
  },
  server.handlers(),
  movableBuffers,
);
