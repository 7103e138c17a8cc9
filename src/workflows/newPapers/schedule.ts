import type { FeedState } from './choices';

/** Feeds are asked once a day from this hour on, where the user is: earlier, few have the new day's papers. */
const HOUR = 6;
const DAY = 86_400_000;
/** A feed that gave no answer is asked again after so long. */
const AGAIN_AFTER = 3_600_000;
/** A window that began to ask feeds so long ago is gone. */
const CLAIM_LASTS = 10 * 60_000;

/** Whether a feed is to be asked now, in milliseconds since 1970. */
export function isDue(state: FeedState | undefined, now: number): boolean {
  if (!state) return true;
  const { tried, answered = -Infinity } = state;
  // A clock that was ahead is believed no more.
  if (tried > now + DAY) return true;
  const failed = answered < tried;
  if (failed && Math.abs(now - tried) < AGAIN_AFTER) return false;
  if (now - answered >= DAY) return true;
  return morningOf(now) <= now && answered < morningOf(now);
}

/** Whether another window asks the feeds at the moment. */
export function isClaimed(
  claim: { readonly by: string; readonly at: number } | undefined,
  by: string,
  now: number,
): boolean {
  return claim !== undefined && claim.by !== by && Math.abs(now - claim.at) < CLAIM_LASTS;
}

/** When feeds can be asked on the day of a moment, whatever its clocks do. */
function morningOf(now: number): number {
  const day = new Date(now);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate(), HOUR).getTime();
}
