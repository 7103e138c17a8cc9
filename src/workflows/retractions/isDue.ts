const WEEK = 7 * 86_400_000;
/** A list that could not be fetched is asked for again after so long. */
const AGAIN_AFTER = 86_400_000;

/**
 * Whether the list of retractions is to be fetched by itself, in milliseconds since 1970.
 * @param asked when it was fetched; 0 for never
 * @param tried when that was last tried; 0 for never
 */
export function isDue(asked: number, tried: number, now: number): boolean {
  // A clock that was ahead is believed no more.
  const since = (then: number) => (then > now ? Infinity : now - then);
  return since(asked) >= WEEK && since(tried) >= AGAIN_AFTER;
}
