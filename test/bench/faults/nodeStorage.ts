import { crc32 } from '#platform/checksum';
import { openFile, openScratch, READS_STRETCHES, replaceFile } from '#platform/files';
import type { CacheStorage } from '../../../src/search/cache/storage';

/** The files of this machine, as the thread of the search uses them. */
export const NODE_STORAGE: CacheStorage = {
  checksum: crc32,
  readsStretches: READS_STRETCHES,
  open: (path) => openFile(path).catch(() => undefined),
  replace: (path, chunks) =>
    replaceFile(path, chunks).then(
      () => true,
      () => false,
    ),
  scratch(path) {
    try {
      return openScratch(path);
    } catch {
      return undefined;
    }
  },
};
