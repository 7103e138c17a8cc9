import type { OffsetRange } from '../../base/position';

/** The stretch of one element of an array in a JSON text, and how deep it nests. */
export interface JsonItem extends OffsetRange {
  readonly depth: number;
}

/** The array of a JSON text that holds items. */
export interface JsonItems {
  readonly items: readonly JsonItem[];
  /** False where the text ends inside the array. */
  readonly closed: boolean;
  /** Offset after the array. */
  readonly end: number;
}

/**
 * Finds the elements of the array that starts at `start` (the offset of its `[`), by brackets and strings alone, so that a
 * broken element costs itself only. Linear in the length of the text.
 */
export function scanJsonArray(text: string, start: number): JsonItems {
  const items: JsonItem[] = [];
  let depth = 0;
  let deepest = 0;
  let from = start + 1;
  for (let i = start; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 34: // "
        i = stringEnd(text, i);
        break;
      case 91: // [
      case 123: // {
        deepest = Math.max(deepest, ++depth);
        break;
      case 93: // ]
      case 125: // }
        if (--depth > 0) break;
        pushItem(items, text, from, i, deepest);
        return { items, closed: true, end: i + 1 };
      case 44: // ,
        if (depth > 1) break;
        pushItem(items, text, from, i, deepest);
        from = i + 1;
        deepest = 1;
        break;
    }
  }
  pushItem(items, text, from, text.length, deepest);
  return { items, closed: false, end: text.length };
}

function pushItem(items: JsonItem[], text: string, from: number, to: number, deepest: number): void {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (end > start) items.push({ start, end, depth: deepest - 1 });
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** Offset of the quote that ends the string starting at `quote`; a string that never ends stops at its line's end. */
function stringEnd(text: string, quote: number): number {
  for (let at = text.indexOf('"', quote + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === 92) slashes++;
    if (slashes % 2 === 0) return at;
  }
  return text.length;
}

/**
 * Offset of the `[` of the array of items: the top level itself, or the value of the first top-level key among `keys`.
 * Undefined where the text has no such array.
 */
export function findItemsArray(text: string, keys: readonly string[]): number | undefined {
  const top = text.search(/\S/);
  if (text[top] === '[') return top;
  if (text[top] !== '{') return undefined;
  let depth = 0;
  for (let i = top; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 34) {
      const end = stringEnd(text, i);
      if (depth === 1 && keys.includes(text.slice(i + 1, end))) {
        const value = /^\s*:\s*\[/.exec(text.slice(end + 1, end + 100));
        if (value) return end + value[0].length;
      }
      i = end;
    } else if (code === 91 || code === 123) depth++;
    else if (code === 93 || code === 125) depth--;
  }
  return undefined;
}
