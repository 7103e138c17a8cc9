import * as fs from 'node:fs';
import { crc32 } from 'node:zlib';
import { decompress } from '../base/nodeCompression';
import { collectGarbage, portOfThread, replaceFile } from '../base/nodeThread';
import { serveCalls } from '../base/workerCalls';
import type { CacheStorage } from './cache/storage';
import { SearchEngine } from './engine';
import { movableBuffers, type SearchCalls } from './protocol';

/* The worker thread of the search: binds the engine to the thread's port and to the file system. */
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
    try {
      replaceFile(path, chunks);
      return true;
    } catch {
      return false;
    }
  },
};

const engine = new SearchEngine({
  storage,
  collectGarbage,
  decompress,
  pause: () => new Promise((resolve) => setImmediate(resolve)),
  giveUp: () => process.exit(1),
});

serveCalls<SearchCalls>(portOfThread(), engine.handlers(), movableBuffers);
