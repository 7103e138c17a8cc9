/** What of some bytes beyond ASCII is UTF-8. */
export interface Utf8Count {
  /** Characters of two to four bytes. */
  readonly characters: number;
  /** Bytes that belong to no character. */
  readonly invalid: number;
}

/** Counts what of some bytes is UTF-8 (RFC 3629), and what is not. */
export function countUtf8(bytes: Uint8Array): Utf8Count {
  let characters = 0;
  let invalid = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] < 0x80) continue;
    const length = lengthAt(bytes, i);
    if (length > 0) {
      characters++;
      i += length - 1;
    } else invalid++;
  }
  return { characters, invalid };
}

/** The length of the character that starts at a byte beyond ASCII; 0 where none does. */
function lengthAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at];
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  for (let i = 1; i < length; i++) if ((bytes[at + i] & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1];
  // Overlong forms, surrogates, and what lies beyond U+10FFFF.
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second > 0x9f) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  if (first === 0xf4 && second > 0x8f) return 0;
  return length;
}
