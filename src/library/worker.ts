import * as fs from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { deflateRawSync } from 'node:zlib';
import { collectGarbage, portOfThread, replaceFile } from '../base/nodeThread';
import { serveCalls } from '../base/workerCalls';
import { movableBuffers, type ReadingCalls } from './reading/protocol';
import { ReadingServer } from './reading/server';

/** Papers come out smaller than at level 1 in the same time; higher levels take half as long again for a tenth less. */
const DEFLATE_LEVEL = 3;

/* The worker thread that reads sources: binds the server to the thread's port and to the file system. */
const server = new ReadingServer({
  serialize,
  deserialize,
  // In a buffer of its own, no larger than need be.
  deflate: (bytes) => new Uint8Array(deflateRawSync(bytes, { level: DEFLATE_LEVEL })),
  readFile: (path) => fs.readFileSync(path),
  replaceFile: (path, bytes) => replaceFile(path, [bytes]),
  collectGarbage,
});

serveCalls<ReadingCalls>(portOfThread(), server.handlers(), movableBuffers);
