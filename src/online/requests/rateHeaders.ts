/** The headers of an answer, by name in any case. */
export interface HeaderValues {
  get(name: string): string | null;
}

/** The longest pause that is believed, in seconds. */
const LONGEST = 86_400;

/**
 * How many seconds a service wants to be left alone (RFC 9110, 10.2.3): a number of seconds, or a date. Undefined where it does
 * not say.
 * @param now the time of day in milliseconds
 */
export function retryAfter(headers: HeaderValues, now: number): number | undefined {
  const stated = headers.get('retry-after')?.trim();
  if (!stated) return undefined;
  const seconds = /^\d{1,9}(?:\.\d+)?$/.test(stated) ? Number(stated) : (Date.parse(stated) - now) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(0, seconds), LONGEST) : undefined;
}

/** The gap between two requests that a service states, in milliseconds: `X-Rate-Limit-Limit: 50`, `X-Rate-Limit-Interval: 1s`. */
export function statedGap(headers: HeaderValues): number | undefined {
  const limit = Number(headers.get('x-rate-limit-limit') ?? NaN);
  const interval = /^(\d{1,6})\s*s?$/.exec(headers.get('x-rate-limit-interval')?.trim() ?? '')?.[1];
  if (!(limit > 0) || interval === undefined) return undefined;
  return Math.min((Number(interval) * 1000) / limit, 60_000);
}

/** How many seconds nothing is to be sent because the allowance is used up: `X-RateLimit-Remaining: 0` with its reset. */
export function usedUpFor(headers: HeaderValues, now: number): number | undefined {
  if (headers.get('x-ratelimit-remaining')?.trim() !== '0') return undefined;
  const reset = Number(headers.get('x-ratelimit-reset') ?? NaN);
  if (!(reset > 0)) return undefined;
  // Some state the moment in seconds since 1970, others the seconds until then.
  return Math.min(Math.max(0, reset > 1e9 ? reset - now / 1000 : reset), LONGEST);
}
