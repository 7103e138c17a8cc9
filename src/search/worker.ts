import * as fs from 'node:fs';
import { crc32 } from 'node:zlib';
import { decompress } from '../base/nodeCompression';
import { openScratch, readStretch, replaceFile } from '../base/nodeFiles';
import { collectGarbage, portOfThread } from '../base/nodeThread';
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
      const read = (position: number, length: number) => readStretch(file, position, length);
      return { size: fs.fstatSync(file).size, read, close: () => fs.closeSync(file) };
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
  scratch(path) {
    try {
      const { file, close } = openScratch(path);
      const read = (position: number, length: number) => {
        const bytes = readStretch(file, position, length);
        return bytes.length === length ? bytes : giveUp();
      };
      return { append: (bytes) => fs.writeFileSync(file, bytes), read, close };
    } catch {
      return undefined;
    }
  },
};

/** Ends the thread; another one is given the papers anew. */
function giveUp(): never {
  process.exit(1);
}

const engine = new SearchEngine({
  storage,
  collectGarbage,
  decompress,
  pause: () => new Promise((resolve) => setImmediate(resolve)),
  giveUp,
});

serveCalls<SearchCalls>(portOfThread(), engine.handlers(), movableBuffers);
