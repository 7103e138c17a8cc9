import type { OffsetRange } from '../../../base/position';
import { Stretches } from './stretches';

/** The first so many matches of a pattern, those of them that begin where a reader sees them. What a text skips is only found out where there are any. */
export function shownMatches(
  text: string,
  pattern: RegExp,
  skippedIn: (text: string) => readonly OffsetRange[],
  most = Infinity,
): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  for (const match of text.matchAll(pattern)) if (matches.push(match) >= most) break;
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
