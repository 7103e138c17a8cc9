import { deserialize, serialize } from 'node:v8';
import { compress } from '../base/nodeCompression';
import { readFile, replaceFile } from '../base/nodeFiles';
import { collectGarbage, portOfThread } from '../base/nodeThread';
import { serveCalls } from '../base/workerCalls';
import { movableBuffers, type ReadingCalls } from './reading/protocol';
import { ReadingServer } from './reading/server';

/* The worker thread that reads sources: binds the server to the thread's port and to the file system. */
const server = new ReadingServer({
  serialize,
  deserialize,
  compress,
  readFile,
  replaceFile,
  collectGarbage,
});

serveCalls<ReadingCalls>(portOfThread(), server.handlers(), movableBuffers);
