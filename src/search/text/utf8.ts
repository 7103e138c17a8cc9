/** Bytes that can be read behind the end of a text, so that four can be read at once wherever a word starts. */
const SLACK = 8;
const SPACE = 0x20;
/** A text up to this length is copied letter by letter while it is ASCII: sooner done than calling the encoder. */
const SHORT = 24;
/** UTF-8 takes at most so many bytes for a UTF-16 unit. */
const BYTES_PER_UNIT = 3;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * A text as UTF-8 in a buffer that is used again for the next text: bytes are read much faster than the characters of a
 * string. A space follows the text.
 */
export class Utf8Text {
  bytes = new Uint8Array(1024);
  /** The same bytes, to read four at once. */
  view = new DataView(this.bytes.buffer);
  /** Bytes of the text. */
  length = 0;

  /** Takes a text over; returns itself. */
  set(text: string): this {
    this.#makeRoom(text.length * BYTES_PER_UNIT + SLACK);
    if (!this.#copyAscii(text)) this.length = encoder.encodeInto(text, this.bytes).written;
    this.bytes[this.length] = SPACE;
    return this;
  }

  /** A stretch of the text as a string. */
  slice(start: number, end: number): string {
    let text = '';
    for (let at = start; at < end; at++) {
      const byte = this.bytes[at];
      if (byte >= 0x80) return decoder.decode(this.bytes.subarray(start, end));
      text += String.fromCharCode(byte);
    }
    return text;
  }

  #copyAscii(text: string): boolean {
    const { length } = text;
    if (length > SHORT) return false;
    const { bytes } = this;
    for (let i = 0; i < length; i++) {
      const unit = text.charCodeAt(i);
      if (unit >= 0x80) return false;
      bytes[i] = unit;
    }
    this.length = length;
    return true;
  }

  #makeRoom(size: number): void {
    if (size <= this.bytes.length) return;
    this.bytes = new Uint8Array(size * 2);
    this.view = new DataView(this.bytes.buffer);
  }
}

/** Number of bytes of the character that starts with this byte. */
export function widthOf(byte: number): number {
  return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

/** The UTF-16 unit of the character at a place; of two units, the first. */
export function unitAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at];
  if (first < 0x80) return first;
  if (first < 0xe0) return ((first & 0x1f) << 6) | (bytes[at + 1] & 0x3f);
  const bits = ((bytes[at + 1] & 0x3f) << 6) | (bytes[at + 2] & 0x3f);
  if (first < 0xf0) return ((first & 0x0f) << 12) | bits;
  const point = ((first & 0x07) << 18) | (bits << 6) | (bytes[at + 3] & 0x3f);
  return 0xd800 + ((point - 0x10000) >>> 10);
}

/** Number of UTF-16 units of a stretch. */
export function unitCount(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if ((byte & 0xc0) !== 0x80) count += byte >= 0xf0 ? 2 : 1;
  }
  return count;
}
