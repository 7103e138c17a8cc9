import type { OffsetRange } from './position';

/** Replace the text of a range; an empty range inserts, an empty `newText` deletes. Offsets are UTF-16. */
export interface TextEdit extends OffsetRange {
  readonly newText: string;
}

/** The text after all edits. Edits refer to the original text and must not overlap; their order does not matter. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const edit of ordered) {
    if (edit.start < at) throw new RangeError('Text edits overlap');
    result += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** The edit of a part of a text as an edit of the text, in which the part starts at an offset. */
export function shiftEdit({ start, end, newText }: TextEdit, by: number): TextEdit {
  return { start: start + by, end: end + by, newText };
}

/** UTF-16 units that are compared at once where much is the same; then ever fewer. */
const BLOCK = 1 << 16;
const FINER = 16;

/** The edit that makes one text of another: the shortest stretch beside which they are the same. */
export function editBetween(before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  const start = sameUnits(most, (from, to) => before.slice(from, to) === after.slice(from, to));
  const [beforeEnd, afterEnd] = [before.length, after.length];
  const same = sameUnits(
    most - start,
    (from, to) => before.slice(beforeEnd - to, beforeEnd - from) === after.slice(afterEnd - to, afterEnd - from),
  );
  return { start, end: beforeEnd - same, newText: after.slice(start, afterEnd - same) };
}

/** How many units are the same, of at most so many, by looking at stretches of them. */
function sameUnits(most: number, isSame: (from: number, to: number) => boolean): number {
  let count = 0;
  for (let step = BLOCK; step >= 1; step /= FINER) {
    while (count + step <= most && isSame(count, count + step)) count += step;
  }
  return count;
}
