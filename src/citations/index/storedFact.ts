import type { PackedFile } from './packedFile';

/** What tells whether a file says what it said: its size, when it was changed, and the settings by which it is read. */
export interface FileVersion {
  readonly size: number;
  readonly mtime: number;
  readonly rules: string;
}

/** What a file said, and when; without a fact that was nothing. */
export interface StoredFact extends FileVersion {
  readonly fact?: PackedFile;
}

/** What a cache holds, read a file at a time. */
export interface StoredIndex {
  /** What a file says where it is of this version; undefined where that must be read. */
  take(uri: string, version: FileVersion): StoredFact | undefined;
}
