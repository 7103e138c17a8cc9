import { deflateSync, inflateSync } from 'fflate';

/** Beyond this hardly a byte is saved. */
const LEVEL = 6;

/** Makes bytes fewer, by raw deflate (RFC 1951); they come in a buffer of their own, no larger than need be. */
export function compress(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: LEVEL }).slice();
}

/** Undoes `compress`; throws where the bytes are none that it gave. */
export function decompress(bytes: Uint8Array): Uint8Array {
  return inflateSync(bytes);
}
