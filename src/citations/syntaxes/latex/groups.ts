import type { OffsetRange } from '../../../base/position';
import { FoundItem } from '../../foundItem';
import { trimmed, withItem } from '../shared/pieces';
import { codeAt } from '../shared/characters';

/** One `[pre][post]{keys}` of a citation. */
export interface Group {
  readonly start: number;
  readonly end: number;
  readonly prefix?: OffsetRange;
  readonly after?: OffsetRange;
  /** What stands before and after all groups, beside what this one has itself: `\cites(see)(and others)`. */
  readonly commonPrefix?: OffsetRange;
  readonly commonAfter?: OffsetRange;
  readonly keys: readonly OffsetRange[];
}

/** A key without the `*` that joins it to the one before (natbib's `merge`, REVTeX, mciteplus). */
export function joinedKey(text: string, key: OffsetRange | undefined): OffsetRange | undefined {
  if (!key || codeAt(text, key.start) !== 42 || key.end - key.start === 1) return key;
  return trimmed(text, key.start + 1, key.end);
}

/** `*` stands for all keys; with a parameter `#1` the text is that of a macro. */
export function isKey(text: string, { start, end }: OffsetRange): boolean {
  if (end - start === 1 && codeAt(text, start) === 42 /* * */) return false;
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === 35 /* # */) return false;
  return true;
}

/** Whether a command stands in its notes. */
export function mayCite(text: string, { prefix, after, commonPrefix, commonAfter }: Group): boolean {
  return holdsCommand(text, prefix) || holdsCommand(text, after) || holdsCommand(text, commonPrefix ?? commonAfter);
}

function holdsCommand(text: string, note: OffsetRange | undefined): boolean {
  if (!note) return false;
  for (let at = note.start; at < note.end; at++) if (text.charCodeAt(at) === 92 /* \ */) return true;
  return false;
}

/** The items of all groups; a text before belongs to the first key of its group, one after to the last. */
export function readItems(text: string, groups: readonly Group[], multiple: boolean): FoundItem[] {
  let items: FoundItem[] | undefined;
  for (const group of groups) {
    for (let i = 0; i < group.keys.length; i++) items = withItem(items, readItem(text, group, i, multiple));
  }
  return items ?? [];
}

function readItem(text: string, group: Group, i: number, multiple: boolean): FoundItem {
  const { keys, start, end } = group;
  const key = keys[i];
  const isFirst = i === 0;
  const isLast = i === keys.length - 1;
  const range = multiple && keys.length === 1 ? { start, end } : key;
  const prefix = isFirst ? group.prefix : undefined;
  const after = isLast ? group.after : undefined;
  const before = isFirst ? group.commonPrefix : undefined;
  const behind = isLast ? group.commonAfter : undefined;
  return new FoundItem(text, key, range, prefix, after, before || behind ? { before, behind } : undefined);
}
