/** Earlier years are mistakes. */
const FIRST_YEAR = 1900;

/**
 * The day that a feed states, as it stands there, without a time zone's say: `2026-01-31`. Undefined for what is no date, or lies
 * further ahead of `today` than time zones go.
 * @param stated as ISO 8601 or RFC 822 write it
 */
export function feedDate(stated: string | undefined, today: string): string | undefined {
  const day = isoDay(stated ?? '') ?? mailDay(stated ?? '');
  if (day === undefined || Number(day.slice(0, 4)) < FIRST_YEAR) return undefined;
  return Date.parse(day) - Date.parse(today) > 2 * 86_400_000 ? undefined : day;
}

function isoDay(stated: string): string | undefined {
  const day = /^\s*(\d{4}-\d{2}-\d{2})(?!\d)/.exec(stated)?.[1];
  return day !== undefined && isDay(day) ? day : undefined;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `Tue, 26 Nov 2024 00:00:00 -0500` */
function mailDay(stated: string): string | undefined {
  const [, day, month, year] =
    /^\s*(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\.?\s+(\d{4})\b/i.exec(stated) ?? [];
  if (day === undefined) return undefined;
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  const iso = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return number > 0 && isDay(iso) ? iso : undefined;
}

/** Whether there is such a day: no 31st of February. */
function isDay(iso: string): boolean {
  const time = Date.parse(iso);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(iso);
}

/** The day so many days after another one. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
