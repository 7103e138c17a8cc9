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
