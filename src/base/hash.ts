import { Cooperation } from './cooperate';

/**
 * A 53-bit hash of a text (two mixed 32-bit multiplicative hashes), as a number.
 * Stable over versions and machines: citekeys depend on it. Not for security.
 */
export function hash53(text: string): number {
  let a = SEED_A;
  let b = SEED_B;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, FACTOR_A);
    b = Math.imul(b ^ c, FACTOR_B);
  }
  return mixed(a, b);
}

/** The same of bytes. */
export function hashBytes53(bytes: Uint8Array): number {
  const [a, b] = withBytes([SEED_A, SEED_B], bytes);
  return mixed(a, b);
}

/** So many bytes are a moment's work. */
const STRETCH = 1024 * 1024;

/** The same of many bytes, worked out without holding the event loop. */
export async function hashBytesInTurns(bytes: Uint8Array, cooperation = new Cooperation()): Promise<number> {
  let halves: Halves = [SEED_A, SEED_B];
  for (let from = 0; from < bytes.length; from += STRETCH) {
    await cooperation.yieldIfDue();
    halves = withBytes(halves, bytes.subarray(from, from + STRETCH));
  }
  return mixed(...halves);
}

type Halves = readonly [a: number, b: number];

function withBytes([left, right]: Halves, bytes: Uint8Array): Halves {
  let [a, b] = [left, right];
  for (let i = 0; i < bytes.length; i++) {
    const c = bytes[i];
    a = Math.imul(a ^ c, FACTOR_A);
    b = Math.imul(b ^ c, FACTOR_B);
  }
  return [a, b];
}

const SEED_A = 0xdeadbeef;
const SEED_B = 0x41c6ce57;
const FACTOR_A = 2654435761;
const FACTOR_B = 1597334677;

function mixed(left: number, right: number): number {
  let a = left;
  let b = right;
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/** A hash as `length` (at most 10) characters of `0-9a-z`. */
export function shortHash(text: string, length: number): string {
  return hash53(text).toString(36).padStart(11, '0').slice(-length);
}
