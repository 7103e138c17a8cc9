import * as fs from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort } from 'node:worker_threads';
import { crc32, inflateRawSync } from 'node:zlib';
import { serveCalls } from '../base/workerCalls';
import type { CacheStorage } from './cache/storage';
import { SearchEngine } from './engine';
import { movableBuffers, type SearchCalls } from './protocol';

/* The worker thread of the search: binds the engine to the thread's port and to the file system. */
const port = parentPort;
if (!port) throw new Error('To be run as a worker thread');

const storage: CacheStorage = {
  checksum: crc32,
  open(path) {
    try {
      const file = fs.openSync(path, 'r');
      return {
        size: fs.fstatSync(file).size,
        read(position, length) {
          const buffer = new ArrayBuffer(length);
          const read = fs.readSync(file, new Uint8Array(buffer), 0, length, position);
          return read === length ? buffer : buffer.slice(0, read);
        },
        close: () => fs.closeSync(file),
      };
    } catch {
      return undefined;
    }
  },
  replace(path, chunks) {
    const temporary = `${path}.${process.pid}.tmp`;
    try {
      const file = fs.openSync(temporary, 'w');
      for (const chunk of chunks) fs.writeFileSync(file, chunk);
      fs.fsyncSync(file);
      fs.closeSync(file);
      fs.renameSync(temporary, path);
      return true;
    } catch {
      fs.rmSync(temporary, { force: true });
      return false;
    }
  },
};

/** V8 leaves the garbage of a thread without work alone; what collects it has to be asked for by a flag. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

serveCalls<SearchCalls>(
  {
    postMessage: (message, transfer) => port.postMessage(message, transfer),
    onMessage: (listener) => port.on('message', listener),
  },
  new SearchEngine({
    storage,
    collectGarbage,
    inflate: (bytes) => inflateRawSync(bytes),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    giveUp: () => process.exit(1),
  }).handlers(),
  movableBuffers,
);
