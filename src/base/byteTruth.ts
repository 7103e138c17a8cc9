import { type Decoded, decode, decodeAs } from './decode';
import { LineIndex } from './lineIndex';
import type { Position } from './position';

/**
 * What would be changed in a file beside what is edited, because the editor cannot hold it as it is, and where (in the text
 * as it is read here).
 */
export type Oddity =
  /** It is no text. */
  | { readonly kind: 'binary' }
  /** A byte that is no text in the encoding; saving replaces it. */
  | { readonly kind: 'byte'; readonly position: Position; readonly byte: number; readonly encoding: string }
  /** The editor reads other characters than we do. */
  | { readonly kind: 'encoding'; readonly position: Position; readonly encoding: string; readonly editor: string }
  /** Two byte order marks, of which saving keeps one, or none where saving writes one. */
  | { readonly kind: 'mark' }
  /** A line that ends otherwise than others, or with a carriage return alone; saving makes all ends alike. */
  | { readonly kind: 'line-endings'; readonly position: Position };

/** Whether somebody can reasonably agree to the change: no character is lost by it. */
export function isHarmless({ kind }: Oddity): boolean {
  return kind === 'line-endings' || kind === 'mark';
}

/** What an editor makes of a file's bytes. */
export interface InEditor {
  /** As VS Code names encodings. */
  readonly encoding: string;
  /** The text that it decodes, with the line endings as they are. */
  readonly text: string;
  /** What it would save that text as. */
  readonly saved: Uint8Array;
}

/** The first thing that is odd about a file; undefined where it can be edited without any other byte of it changing. */
export function oddityOf(bytes: Uint8Array, editor: InEditor): Oddity | undefined {
  const read = decode(bytes);
  if (read.kind === 'binary') return { kind: 'binary' };
  return byteOddity(bytes, read, editor) ?? textOddity(read, editor) ?? lineEndingOddity(read.text);
}

type ReadText = Extract<Decoded, { kind: 'text' }>;

function byteOddity(bytes: Uint8Array, read: ReadText, { encoding, saved }: InEditor): Oddity | undefined {
  const at = firstDifference(bytes, saved);
  if (at === undefined) return read.marks > 1 ? { kind: 'mark' } : undefined;
  if (isMarkAlone(bytes, saved) || isMarkAlone(saved, bytes)) return { kind: 'mark' };
  // Where a byte is dropped at the end, as half a UTF-16 unit, it is the last.
  const byte = bytes[Math.min(at, bytes.length - 1)];
  const before = decodeAs(bytes.subarray(0, at), read.label);
  return { kind: 'byte', position: endOf(before), byte, encoding };
}

function textOddity(read: ReadText, editor: InEditor): Oddity | undefined {
  const text = editor.text.replace(/^\uFEFF+/, '');
  if (text === read.text) return undefined;
  let at = 0;
  while (text[at] === read.text[at]) at++;
  const position = endOf(read.text.slice(0, at));
  return { kind: 'encoding', position, encoding: read.encoding, editor: editor.encoding };
}

/** The first line end that is not as the file's first, or the first carriage return alone. */
function lineEndingOddity(text: string): Oddity | undefined {
  let first: string | undefined;
  for (const { 0: end, index } of text.matchAll(/\r\n|\r|\n/g)) {
    first ??= end;
    if (end === '\r' || end !== first) return { kind: 'line-endings', position: endOf(text.slice(0, index)) };
  }
  return undefined;
}

function firstDifference(a: Uint8Array, b: Uint8Array): number | undefined {
  const most = Math.min(a.length, b.length);
  for (let i = 0; i < most; i++) if (a[i] !== b[i]) return i;
  return a.length === b.length ? undefined : most;
}

/** Whether bytes are others with a byte order mark before them. */
function isMarkAlone(marked: Uint8Array, plain: Uint8Array): boolean {
  const length = marked.length - plain.length;
  return MARKS.has(String(marked.subarray(0, length))) && firstDifference(marked.subarray(length), plain) === undefined;
}

/** The byte order marks of UTF-8 and UTF-16. */
const MARKS = new Set(['239,187,191', '255,254', '254,255']);

function endOf(text: string): Position {
  return new LineIndex(text).position(text.length);
}
