import type { OffsetRange } from '../../../base/position';
import { Stretches } from './stretches';

/** The matches of a pattern that begin where a reader sees them. What a text skips is only found out where there are any. */
export function shownMatches(
  text: string,
  pattern: RegExp,
  skippedIn: (text: string) => readonly OffsetRange[],
): RegExpExecArray[] {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return matches;
  const skipped = new Stretches(skippedIn(text));
  return matches.filter(({ index }) => !skipped.has(index));
}

/** The first group of each of them. */
export function shownGroups(
  text: string,
  pattern: RegExp,
  skippedIn: (text: string) => readonly OffsetRange[],
): string[] {
  return shownMatches(text, pattern, skippedIn).map(([, group]) => group);
}
