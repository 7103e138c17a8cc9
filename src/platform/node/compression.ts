import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Beyond this hardly a byte is saved. */
const LEVEL = 6;

/** Makes bytes fewer, by raw deflate (RFC 1951); they come in a buffer of their own, no larger than need be. */
export function compress(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(deflateRawSync(bytes, { level: LEVEL }));
}

/** Undoes `compress`; throws where the bytes are none that it gave. */
export function decompress(bytes: Uint8Array): Uint8Array {
  return inflateRawSync(bytes);
}
