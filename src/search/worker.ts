import { crc32 } from '#platform/checksum';
import { decompress } from '#platform/compression';
import { openFile, openScratch, READS_STRETCHES, replaceFile } from '#platform/files';
import { collectGarbage, endThread, pause, portOfThread } from '#platform/thread';
import { serveCalls } from '../base/workerCalls';
import type { CacheStorage } from './cache/storage';
import { SearchEngine } from './engine';
import { movableBuffers, type SearchCalls } from './protocol';

/* The worker thread of the search: binds the engine to the thread's port and to the file system. */
const storage: CacheStorage = {
  checksum: crc32,
  readsStretches: READS_STRETCHES,
  async open(path) {
    try {
      return await openFile(path);
    } catch {
      return undefined;
    }
  },
  async replace(path, chunks) {
    try {
      await replaceFile(path, chunks);
      return true;
    } catch {
      return false;
    }
  },
  scratch(path) {
    try {
      const scratch = openScratch(path);
      if (!scratch) return undefined;
      const read = (position: number, length: number) => {
        const bytes = scratch.read(position, length);
        return bytes.length === length ? bytes : endThread();
      };
      return { append: (bytes) => scratch.append(bytes), read, close: () => scratch.close() };
    } catch {
      return undefined;
    }
  },
};

// A thread that gives up is replaced by another one, which is given the papers anew.
const engine = new SearchEngine({ storage, collectGarbage, decompress, pause, giveUp: endThread });

serveCalls<SearchCalls>(portOfThread(), engine.handlers(), movableBuffers);
