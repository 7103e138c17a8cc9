import { EDGE, SEPARATOR, SINGLE, WORD, type CharClasses } from './charClasses';

/** Where the words of a text stand, in parallel; the arrays may be longer than there are words. */
export interface WordBounds {
  starts: Uint32Array;
  ends: Uint32Array;
  /** `hashWord` of each word. */
  hashes: Int32Array;
}

/** Bounds to be filled by `findWords`, text after text. */
export function noBounds(): WordBounds {
  return { starts: new Uint32Array(0), ends: new Uint32Array(0), hashes: new Int32Array(0) };
}

const FNV_OFFSET = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

/** FNV-1a over UTF-16 units, with its high half mixed into the low one. */
export function hashWord(text: string, start: number, end: number): number {
  let hash = FNV_OFFSET;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash ^ (hash >>> 15);
}

/**
 * Finds the words of a text, in order, and returns their number; a word's start is included, its end is not. A run of
 * nothing but edge characters counts as an empty word.
 */
export function findWords(text: string, classes: CharClasses, bounds: WordBounds): number {
  const { length } = text;
  const { table } = classes;
  makeRoom(bounds, length);
  const { starts, ends, hashes } = bounds;
  let count = 0;
  for (let at = 0; at < length;) {
    const start = at;
    let hash = FNV_OFFSET;
    let unit = 0;
    for (; at < length && table[(unit = text.charCodeAt(at))] === WORD; at++) hash = Math.imul(hash ^ unit, FNV_PRIME);
    const kind = at === length ? SEPARATOR : classes.of(unit);
    if (kind === WORD) {
      at = start; // a unit that was not asked about before: once more from the start of the word
    } else if (kind === EDGE) {
      at = runEnd(text, classes, at);
      starts[count] = trimmedStart(text, table, start, at);
      ends[count] = trimmedEnd(text, table, starts[count], at);
      hashes[count] = hashWord(text, starts[count], ends[count]);
      count++;
    } else {
      if (at > start) {
        starts[count] = start;
        ends[count] = at;
        hashes[count++] = hash ^ (hash >>> 15);
      }
      if (kind === SINGLE) {
        starts[count] = at;
        ends[count] = at + 1;
        hashes[count++] = hashWord(text, at, at + 1);
      }
      at++;
    }
  }
  return count;
}

function makeRoom(bounds: WordBounds, length: number): void {
  if (bounds.starts.length > length) return;
  bounds.starts = new Uint32Array(2 * length + 64);
  bounds.ends = new Uint32Array(2 * length + 64);
  bounds.hashes = new Int32Array(2 * length + 64);
}

/** The end of a run of word and edge characters. */
function runEnd(text: string, classes: CharClasses, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const kind = classes.of(text.charCodeAt(at));
    if (kind !== WORD && kind !== EDGE) break;
  }
  return at;
}

function trimmedStart(text: string, table: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && table[text.charCodeAt(at)] === EDGE) at++;
  return at;
}

function trimmedEnd(text: string, table: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start && table[text.charCodeAt(at - 1)] === EDGE) at--;
  return at;
}
