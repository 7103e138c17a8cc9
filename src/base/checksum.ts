const PRIMES = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f];

/** A 32-bit checksum of bytes that start at a multiple of four in their buffer. Not against malice: against damage. */
export function checksum(bytes: Uint8Array): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
  // Four lanes, so that one multiplication need not wait for the other.
  let [a, b, c, d] = PRIMES;
  const even = words.length & ~3;
  for (let i = 0; i < even; i += 4) {
    a = Math.imul(a ^ words[i], 0x01000193);
    b = Math.imul(b ^ words[i + 1], 0x01000193);
    c = Math.imul(c ^ words[i + 2], 0x01000193);
    d = Math.imul(d ^ words[i + 3], 0x01000193);
  }
  for (let i = even; i < words.length; i++) a = Math.imul(a ^ words[i], 0x01000193);
  for (let i = words.length * 4; i < bytes.length; i++) b = Math.imul(b ^ bytes[i], 0x01000193);
  let sum = bytes.length | 0;
  for (const lane of [a, b, c, d]) sum = Math.imul(sum ^ lane ^ (lane >>> 15), 0x85ebca77);
  return (sum ^ (sum >>> 13)) >>> 0;
}
