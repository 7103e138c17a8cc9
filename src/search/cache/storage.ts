import type { Checksum, StoredFile } from '../../base/cache/storedFile';

/** A file for bytes that would take much memory. Nobody else sees it, and it is gone with the thread. */
export interface ScratchFile {
  /** Adds bytes at the end; throws where that fails. */
  append(bytes: Uint8Array): void;
  /** A stretch of what was added, never less. */
  read(position: number, length: number): Uint8Array;
  close(): void;
}

/** Where cache files are kept. Nothing here throws or rejects: a cache that cannot be used is as none. */
export interface CacheStorage {
  readonly checksum: Checksum;
  /** Whether an open file takes no memory but for what is read of it. */
  readonly readsStretches: boolean;
  /** The file, if there is one that can be read. */
  open(path: string): Promise<StoredFile | undefined>;
  /**
   * Replaces the file as a whole, so that a reader finds the old or the new one; false where that failed. All chunks are
   * taken before the file is touched.
   */
  replace(path: string, chunks: Iterable<Uint8Array>): Promise<boolean>;
  /** A new scratch file in the folder of a path, where there can be one. */
  scratch(path: string): ScratchFile | undefined;
}
