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
  /** A stretch of the file; one from its start lies at a multiple of 8 in its buffer. Shorter where the file ends before, or cannot be read. */
  read(position: number, length: number): Uint8Array<ArrayBuffer>;
  close(): void;
}

/** A 32-bit checksum of bytes that come after others of a known checksum. Not against malice: against damage. */
export type Checksum = (bytes: Uint8Array, before?: number) => number;

/** A file that is in memory as a whole. */
export function fileOfBytes(bytes: Uint8Array): StoredFile {
  const { buffer } = bytes;
  const whole =
    buffer instanceof ArrayBuffer && bytes.byteOffset % 8 === 0
      ? new Uint8Array(buffer, bytes.byteOffset, bytes.length)
      : new Uint8Array(bytes);
  const read = (position: number, length: number) => whole.subarray(position, position + length);
  return { size: whole.length, read, close: () => undefined };
}
