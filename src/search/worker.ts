import { parentPort } from 'node:worker_threads';
import { serveCalls } from '../base/workerCalls';
import { SearchEngine } from './engine';
import { movableBuffers, type SearchCalls } from './protocol';

/* The worker thread of the search: binds the engine to the thread's port. */
const port = parentPort;
if (!port) throw new Error('To be run as a worker thread');

serveCalls<SearchCalls>(
  {
    postMessage: (message, transfer) => port.postMessage(message, transfer),
    onMessage: (listener) => port.on('message', listener),
  },
  new SearchEngine().handlers(),
  movableBuffers,
);
