/** An open file; what was opened stays readable when the file is replaced meanwhile. */
export interface StoredFile {
  /** Bytes. */
  readonly size: number;
  /** A stretch of the file; shorter where the file ends before. */
  read(position: number, length: number): ArrayBuffer;
  close(): void;
}

/** A 32-bit checksum of bytes. */
export type Checksum = (bytes: Uint8Array) => number;

/** Where cache files are kept. Nothing here throws: a cache that cannot be used is as none. */
export interface CacheStorage {
  /** The fastest checksum of the system; without it, one of the project's own is used. */
  readonly checksum?: Checksum;
  /** The file, if there is one that can be read. */
  open(path: string): StoredFile | undefined;
  /** Replaces the file as a whole, so that a reader finds the old or the new one; false where that failed. */
  replace(path: string, chunks: readonly Uint8Array[]): boolean;
}
