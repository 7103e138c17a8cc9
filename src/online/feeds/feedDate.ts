/** Earlier years are mistakes. */
const FIRST_YEAR = 1900;

/**
 * The day that a feed states, as it stands there, without a time zone's say: `2026-01-31`; the month or the year alone where it states no more.
 * Undefined for what is no date, or lies further ahead of `today` than time zones go.
 * @param stated as ISO 8601, RFC 822, 850 and 2822 write it, or in words: `31 January 2026`, `January 2026`
 */
export function feedDate(stated: string | undefined, today: string): string | undefined {
  const text = (stated ?? '').slice(0, 100).trim();
  const date = isoDate(text) ?? mailDay(text) ?? dateInWords(text);
  if (date === undefined || Number(date.slice(0, 4)) < FIRST_YEAR) return undefined;
  return Date.parse(date) - Date.parse(today) > 2 * 86_400_000 ? undefined : date;
}

/** `2026-01-31T…`, `20260131`, `2026/1/31`, `2026-01`, `2026` */
function isoDate(text: string): string | undefined {
  const [, year, month, day] =
    /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(text) ??
    /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/.exec(text) ??
    /^(\d{4})(?:[-/](\d{1,2}))?$/.exec(text) ??
    [];
  return year === undefined ? undefined : written(year, month, day);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAY = String.raw`(?:[a-z]{3,9}\.?,?\s+)?`;
const MAIL_DAY = new RegExp(String.raw`^${WEEKDAY}(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{2,4})(?!\d)`, 'i');

/** `Tue, 26 Nov 2024 00:00:00 -0500`, `26 Nov 24`, `Tuesday, 26-Nov-24`, `26 November 2024` */
function mailDay(text: string): string | undefined {
  const [, day, month, year] = MAIL_DAY.exec(text) ?? [];
  return day === undefined ? undefined : written(wholeYear(year), monthOf(month), day);
}

/** Short years are those of this century and of the second half of the last one (RFC 2822, 4.3). */
function wholeYear(year: string): string {
  if (year.length === 4) return year;
  const number = Number(year);
  return String(number + (year.length === 2 && number < 50 ? 2000 : 1900));
}

const DAY_IN_WORDS = new RegExp(
  String.raw`^${WEEKDAY}([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:[\d:]{5,8}\s+(?:[a-z]{1,5}\s+)?)?(\d{4})$`,
  'i',
);
const MONTH_IN_WORDS = /^([a-z]{3})[a-z]*\.?,?\s+(\d{4})$/i;
const YEAR_FIRST = /^(\d{4})\s+([a-z]{3})[a-z]*\.?(?:\s+(\d{1,2}))?(?!\w)/i;

/** `November 26, 2024`, `Tue Nov 26 05:00:00 2024`, `November 2024`, `2024 Nov 26` */
function dateInWords(text: string): string | undefined {
  const [, month, day, year] = DAY_IN_WORDS.exec(text) ?? [];
  if (month !== undefined) return written(year, monthOf(month), day);
  const [, monthAlone, yearOfMonth] = MONTH_IN_WORDS.exec(text) ?? [];
  if (monthAlone !== undefined) return written(yearOfMonth, monthOf(monthAlone), undefined);
  const [, first, second, third] = YEAR_FIRST.exec(text) ?? [];
  return first === undefined ? undefined : written(first, monthOf(second), third);
}

function monthOf(name: string): string {
  return String(MONTHS.indexOf(name.toLowerCase()) + 1);
}

/** A date in ISO's form; undefined where there is no such day or month: no 31st of February. */
function written(year: string, month: string | undefined, day: string | undefined): string | undefined {
  const parts = [year, month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'));
  const iso = parts.join('-');
  const time = Date.parse(iso);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(iso) ? iso : undefined;
}

/** The day after or before another one by so many days. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
