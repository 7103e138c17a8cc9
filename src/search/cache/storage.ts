/** Bytes that are read a stretch at a time. */
export interface ByteSource {
  /** Bytes. */
  readonly length: number;
  read(position: number, length: number): Uint8Array;
  close(): void;
}

/** An open file; what was opened stays readable when the file is replaced meanwhile. */
export interface StoredFile {
  /** Bytes. */
  readonly size: number;
  /** A stretch of the file in a buffer of its own; shorter where the file ends before, or cannot be read. */
  read(position: number, length: number): Uint8Array<ArrayBuffer>;
  close(): void;
}

/** A file for bytes that would take much memory. Nobody else sees it, and it is gone with the thread. */
export interface ScratchFile {
  /** Adds bytes at the end; throws where that fails. */
  append(bytes: Uint8Array): void;
  /** A stretch of what was added, never less. */
  read(position: number, length: number): Uint8Array;
  close(): void;
}

/** A 32-bit checksum of bytes that come after others of a known checksum. */
export type Checksum = (bytes: Uint8Array, before?: number) => number;

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
