import type { Range } from '../../base/position';
import type { Draft } from '../entry';
import { sameDraft } from '../sameDraft';

/** Numbers in `ranges` for one draft. */
const RANGE = 4;

/**
 * How one list of drafts comes from the one before, small enough to send to another thread: the drafts that stay the same are
 * named by their former index, only the others have to be sent.
 */
export interface DraftsDelta {
  /** For each draft its index in the former list, or -1 for a new one. */
  readonly former: Int32Array;
  /** For each draft its range: start line and character, end line and character. */
  readonly ranges: Int32Array;
}

/** The delta from one list to the next. Drafts that moved among others are found again where they have their record still. */
export function draftsDelta(before: readonly Draft[], after: readonly Draft[]): DraftsDelta {
  const former = new Int32Array(after.length).fill(-1);
  let first = 0;
  while (first < Math.min(before.length, after.length) && sameDraft(before[first], after[first]))
    former[first] = first++;
  let end = after.length;
  let oldEnd = before.length;
  while (end > first && oldEnd > first && sameDraft(before[oldEnd - 1], after[end - 1])) former[--end] = --oldEnd;
  const byRecord = new Map(before.slice(first, oldEnd).map((draft, i) => [draft.record, first + i]));
  for (let i = first; i < end; i++) former[i] = byRecord.get(after[i].record) ?? -1;
  return { former, ranges: rangesOf(after) };
}

function rangesOf(drafts: readonly Draft[]): Int32Array {
  const ranges = new Int32Array(RANGE * drafts.length);
  for (const [i, { range }] of drafts.entries()) {
    ranges.set([range.start.line, range.start.character, range.end.line, range.end.character], RANGE * i);
  }
  return ranges;
}

/** The former draft where it stands now; the same object where it stands as before. */
export function keptDraft(before: Draft, delta: DraftsDelta, index: number): Draft {
  const range = rangeAt(delta, index);
  return sameRange(before.range, range) ? before : { ...before, range };
}

function rangeAt({ ranges }: DraftsDelta, index: number): Range {
  const [startLine, startCharacter, endLine, endCharacter] = ranges.subarray(RANGE * index, RANGE * (index + 1));
  return { start: { line: startLine, character: startCharacter }, end: { line: endLine, character: endCharacter } };
}

function sameRange(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}
