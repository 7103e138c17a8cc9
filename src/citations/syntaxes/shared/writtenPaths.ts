import type { OffsetRange } from '../../../base/position';
import type { WrittenPath } from '../../syntax';
import { shownMatches } from './shown';

/** The paths that a pattern finds where a reader sees them: the group `path` of each match, which is the last of it. */
export function pathsBy(
  text: string,
  pattern: RegExp,
  skippedIn: (text: string) => readonly OffsetRange[],
): WrittenPath[] {
  return shownMatches(text, pattern, skippedIn).flatMap(({ 0: all, index, groups }) => {
    const end = index + all.length;
    return groups?.path === undefined ? [] : [{ start: end - groups.path.length, end }];
  });
}
