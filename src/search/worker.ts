import * as fs from 'node:fs';
import { dirname } from 'node:path';
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
      const read = (position: number, length: number) => readFrom(file, position, length);
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
      fs.mkdirSync(dirname(path), { recursive: true });
      const name = `${path}.${process.pid}.${scratches++}.scratch`;
      const file = fs.openSync(name, 'wx+');
      // What has no name is gone when it is closed, and with the process at the latest.
      fs.unlinkSync(name);
      return {
        append: (bytes) => fs.writeFileSync(file, bytes),
        read: (position, length) => {
          const bytes = readFrom(file, position, length);
          return bytes.length === length ? bytes : giveUp();
        },
        close: () => fs.closeSync(file),
      };
    } catch {
      return undefined;
    }
  },
};
let scratches = 0;

/** A stretch of a file; shorter where the file ends before, or cannot be read. */
function readFrom(file: number, position: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  try {
    const read = fs.readSync(file, bytes, 0, length, position);
    return read === length ? bytes : bytes.slice(0, read);
  } catch {
    return new Uint8Array();
  }
}

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
