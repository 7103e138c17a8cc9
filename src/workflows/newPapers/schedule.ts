import type { FeedState } from './choices';

/** Feeds are asked once a day from this hour on, where the user is: earlier, few have the new day's papers. */
const HOUR = 6;
const DAY = 86_400_000;
/** A feed that gave no answer is asked again after so long. */
const AGAIN_AFTER = 3_600_000;

/** Whether a feed is to be asked now, in milliseconds since 1970. */
export function isDue(state: FeedState | undefined, now: number): boolean {
  if (!state) return true;
  const { tried } = state;
  if (isYetToCome(tried, now)) return true;
  const answered = lastAnswer(state, now) ?? -Infinity;
  const failed = answered < tried;
  if (failed && Math.abs(now - tried) < AGAIN_AFTER) return false;
  return answered < lastMorning(now);
}

/** When a feed answered last, in milliseconds since 1970; undefined where that is not known. */
export function lastAnswer(state: FeedState | undefined, now: number): number | undefined {
  const answered = state?.answered;
  return answered === undefined || isYetToCome(answered, now) ? undefined : answered;
}

/** A clock that was ahead is believed no more. */
function isYetToCome(time: number, now: number): boolean {
  return time > now + DAY;
}

/** When it was last that the day's papers could be asked for, whatever the clocks of these days do. */
function lastMorning(now: number): number {
  const day = new Date(now);
  const morning = (days: number) => new Date(day.getFullYear(), day.getMonth(), day.getDate() - days, HOUR).getTime();
  return morning(0) <= now ? morning(0) : morning(1);
}
