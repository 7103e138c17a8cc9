import type { UsedPaper } from '../../../src/workflows/newPapers/interests';
import type { Random } from '../search/random';
import { DAY, NOW } from './scene';

/** How somebody uses papers: the share of papers with which each thing is done. */
interface Habits {
  readonly cited: number;
  readonly noted: number;
  readonly read: number;
  readonly rated: number;
  /** The ratings given. */
  readonly ratings: readonly number[];
  /** When papers were used, in days before today: from, to. */
  readonly days: readonly [number, number];
}

/** What is done with papers of what somebody works on … */
export const WORKED_ON: Habits = {
  cited: 0.3,
  noted: 0.35,
  read: 0.5,
  rated: 0.25,
  ratings: [3, 4, 5],
  days: [0, 400],
};
/** … with those of what somebody worked on years ago … */
export const FORMER: Habits = { ...WORKED_ON, days: [700, 1500] };
/** … and with papers that were put into the library once. */
export const PUT_THERE: Habits = {
  cited: 0.03,
  noted: 0.06,
  read: 0.12,
  rated: 0.06,
  ratings: [1, 2, 3],
  days: [0, 1000],
};

/** What was done with a paper, and when it was added. */
export function usage(
  id: string,
  { cited, noted, read, rated, ratings, days: [from, to] }: Habits,
  random: Random,
): { used: UsedPaper; addedAt: number } {
  const added = from + random.next() * (to - from);
  // Whatever is used is used some time between the day it came and the end of the interest in it.
  const usedAt = NOW - (from + random.next() * (added - from)) * DAY;
  const isCited = random.chance(cited);
  const hasNote = random.chance(noted);
  const isRead = random.chance(read);
  const rating = random.chance(rated) ? random.pick(ratings) : undefined;
  const used: UsedPaper = {
    id,
    cited: isCited ? 1 + random.below(5) : 0,
    hasNote: hasNote || rating !== undefined,
    rating,
    status: isRead ? 'read' : undefined,
    usedAt: isCited || hasNote || isRead || rating !== undefined ? usedAt : undefined,
  };
  return { used, addedAt: NOW - added * DAY };
}
