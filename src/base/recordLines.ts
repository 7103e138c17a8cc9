/** So many characters are encoded at a time. */
const PIECE = 65_536;
const LINE_END = 10;

/**
 * What a file of records says, a JSON value a line, in steps. A line that is no JSON counts as nothing: of a file that was cut off, or
 * damaged, all other records are read.
 */
export function* recordsOf(bytes: Uint8Array): Generator<unknown, void> {
  const decoder = new TextDecoder();
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(LINE_END, start);
    const end = found < 0 ? bytes.length : found;
    yield valueOf(decoder.decode(bytes.subarray(start, end)));
    start = end + 1;
  }
}

function valueOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Records as a file has them, in steps. */
export function* recordLines(records: Iterable<unknown>): Generator<undefined, Uint8Array> {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let text = '';
  for (const record of records) {
    text += `${JSON.stringify(record)}\n`;
    if (text.length >= PIECE) {
      pieces.push(encoder.encode(text));
      text = '';
    }
    yield;
  }
  pieces.push(encoder.encode(text));
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** Whether files say the same, in steps. */
export function* isSameFile(a: Uint8Array, b: Uint8Array): Generator<undefined, boolean> {
  if (a.length !== b.length) return false;
  for (let start = 0; start < a.length; start += PIECE) {
    yield;
    const end = Math.min(a.length, start + PIECE);
    for (let i = start; i < end; i++) if (a[i] !== b[i]) return false;
  }
  return true;
}
