/** An open file; what was opened stays readable when the file is replaced meanwhile. */
export interface OpenFile {
  /** Bytes. */
  readonly size: number;
  /** A stretch in a buffer of its own; shorter where the file ends before, or cannot be read. */
  read(position: number, length: number): Uint8Array<ArrayBuffer>;
  close(): void;
}

/** A file that nobody else sees, and that is gone when it is closed, or with the process. */
export interface Scratch extends Omit<OpenFile, 'size'> {
  /** Adds bytes at the end; throws where that fails. */
  append(bytes: Uint8Array): void;
}
