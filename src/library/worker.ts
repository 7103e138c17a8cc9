import { parentPort } from 'node:worker_threads';
import { serveCalls } from '../base/workerCalls';
import { movableBuffers, type ReadingCalls } from './reading/protocol';
import { ReadingServer } from './reading/server';

/* The worker thread that reads sources: binds the server to the thread's port. */
const port = parentPort;
if (!port) throw new Error('To be run as a worker thread');

serveCalls<ReadingCalls>(
  {
    postMessage: (message, transfer) => port.postMessage(message, transfer),
    onMessage: (listener) => port.on('message', listener),
  },
  new ReadingServer().handlers(),
  movableBuffers,
);
