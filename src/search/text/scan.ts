import { EDGE, LONGER, SINGLE, WORD, type CharClasses } from './charClasses';
import { unitAt, type Utf8Text, widthOf } from './utf8';

/** Where the words of a text stand, in bytes and in parallel; the arrays may be longer than there are words. */
export interface WordBounds {
  starts: Uint32Array;
  ends: Uint32Array;
}

/** Bounds to be filled by `findWords`, text after text. */
export function noBounds(): WordBounds {
  return { starts: new Uint32Array(0), ends: new Uint32Array(0) };
}

/**
 * Finds the words of a text, in order, and returns their number; a word's start is included, its end is not. A run of
 * nothing but edge characters counts as an empty word.
 */
export function findWords({ bytes, length }: Utf8Text, classes: CharClasses, bounds: WordBounds): number {
  makeRoom(bounds, length);
  const { starts, ends } = bounds;
  const { ofByte } = classes;
  let count = 0;
  let start = 0;
  // The space behind the text ends the last word and every search for an end.
  for (let at = 0; at <= length;) {
    while (ofByte[bytes[at]] === WORD) at++;
    let kind = ofByte[bytes[at]];
    if (kind === LONGER) kind = classes.of(unitAt(bytes, at));
    const next = at + widthOf(bytes[at]);
    if (kind === WORD) {
      at = next;
      continue;
    }
    if (kind === EDGE) {
      at = runEnd(bytes, classes, next);
      starts[count] = trimmedStart(bytes, classes, start, at);
      ends[count] = trimmedEnd(bytes, classes, starts[count], at);
      count++;
      start = at;
      continue;
    }
    if (at > start) {
      starts[count] = start;
      ends[count++] = at;
    }
    if (kind === SINGLE) {
      starts[count] = at;
      ends[count++] = next;
    }
    start = at = next;
  }
  return count;
}

/** Two words that touch are single characters, which have more than one byte. */
function makeRoom(bounds: WordBounds, length: number): void {
  if (bounds.starts.length > length / 2) return;
  bounds.starts = new Uint32Array(length + 64);
  bounds.ends = new Uint32Array(length + 64);
}

function classAt(bytes: Uint8Array, classes: CharClasses, at: number): number {
  const kind = classes.ofByte[bytes[at]];
  return kind === LONGER ? classes.of(unitAt(bytes, at)) : kind;
}

/** The end of a run of word and edge characters. */
function runEnd(bytes: Uint8Array, classes: CharClasses, from: number): number {
  let at = from;
  for (let kind = classAt(bytes, classes, at); kind === WORD || kind === EDGE; kind = classAt(bytes, classes, at)) {
    at += widthOf(bytes[at]);
  }
  return at;
}

function trimmedStart(bytes: Uint8Array, classes: CharClasses, start: number, end: number): number {
  let at = start;
  while (at < end && classAt(bytes, classes, at) === EDGE) at += widthOf(bytes[at]);
  return at;
}

function trimmedEnd(bytes: Uint8Array, classes: CharClasses, start: number, end: number): number {
  let at = end;
  while (at > start) {
    const last = characterBefore(bytes, at);
    if (classAt(bytes, classes, last) !== EDGE) break;
    at = last;
  }
  return at;
}

/** Where the character before a place starts. */
function characterBefore(bytes: Uint8Array, at: number): number {
  let start = at - 1;
  while ((bytes[start] & 0xc0) === 0x80) start--;
  return start;
}
