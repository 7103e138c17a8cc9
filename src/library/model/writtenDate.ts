import type { CslDate } from './csl';
import { parseEdtf, SEASONS } from './edtf';

/** The months as people begin them: in English, German, French, Spanish, Italian, Dutch and Portuguese. */
const MONTHS: readonly RegExp[] = [
  /^(?:jan|jän|janv|ene|gen)/i,
  /^(?:feb|fév|fev)/i,
  /^(?:mar|mär|mrz|maa|mrt)/i,
  /^(?:apr|avr|abr)/i,
  /^(?:may|mai|mei|mag)/i,
  /^(?:jun|juin|giu)/i,
  /^(?:jul|juil|lug)/i,
  /^(?:aug|aoû|aou|ago)/i,
  /^(?:sep|set)/i,
  /^(?:oct|okt|ott|out)/i,
  /^nov/i,
  /^(?:dec|dez|déc|dic)/i,
];
const LONGEST_NAME = 12;

/** Longer texts are no dates. */
const LONGEST = 60;
const CIRCA = /^(?:(?:c|ca|circa|about|approx|approximately)(?:\.\s{0,3}|\s{1,3})(?=\d)|~\s{0,3}(?=\d))/i;
const DASH = '(?:\\s?[-–—]{1,3}\\s?)';
const NUMBERS = /^(\d{4})([-./])(\d{1,2})(?:\2(\d{1,2}))?(?:[T ]\d\d:[\d:.]+\s?(?:Z|[+-]\d\d:?\d\d)?)?$/i;
const YEARS = new RegExp(`^(\\d{4})(?:${DASH}|/)(\\d{4})$`);
const SHORT_YEARS = /^(\d{4})(?:--|–)(\d{2})$/;
const ERA = /^(?:(\d{1,4})\s?(BCE|BC|B\.\s?C\.(?:\s?E\.)?|AD|CE|A\.\s?D\.|C\.\s?E\.)|(?:AD|A\.\s?D\.)\s?(\d{1,4}))$/i;
const WORD = '([\\p{L}]{3,12})\\.?';
/** `May 2020`, `3. May 2020`, `May 3, 2020`, `May 3-5 2020`, `May–June 2020`. */
const YEAR_LAST = new RegExp(
  `^(?:(\\d{1,2})(?:${DASH}(\\d{1,2}))?\\.?\\s)?${WORD}(?:(?:${DASH}|/)${WORD})?(?:\\s(\\d{1,2})(?:${DASH}(\\d{1,2}))?)?,?\\s(\\d{4})$`,
  'iu',
);
/** `2020 May 3`, `2020, May`, `2020 May-Jun`. */
const YEAR_FIRST = new RegExp(
  `^(\\d{4}),?[\\s-]${WORD}(?:(?:${DASH}|/)${WORD})?(?:[\\s-](\\d{1,2})(?:${DASH}(\\d{1,2}))?)?$`,
  'iu',
);
const DAY_FIRST = /^(\d{1,2})([/.])\s?(\d{1,2})\2\s?(\d{4})$/;

/**
 * A date as people and programs write it: EDTF, `2020-5-3`, `20200503`, `1999–2003`, `3 May 2020`, `May 3, 2020`, `2020 May-Jun`,
 * `Spring 2020`, `c. 1960`, `44 BC`. Undefined where not all of a text is understood, or where it could be two dates (`04/05/2020`).
 */
export function readDate(text: string): CslDate | undefined {
  const stated = text.trim().replace(/\s+/g, ' ');
  if (stated === '' || stated.length > LONGEST) return undefined;
  const circa = CIRCA.exec(stated);
  if (circa === null) return parseEdtf(stated) ?? readExact(stated);
  const date = readExact(stated.slice(circa[0].length));
  return date && { ...date, circa: true };
}

function readExact(text: string): CslDate | undefined {
  const year = /^\d{4}$/.test(text) ? dateOf([Number(text)]) : undefined;
  return year ?? readNumbers(text) ?? readYears(text) ?? readEra(text) ?? readNamed(text);
}

function readNumbers(text: string): CslDate | undefined {
  const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (compact && isMonth(compact[2]) && isDay(compact[3])) return dateOf(compact.slice(1).map(Number));
  const last = DAY_FIRST.exec(text);
  if (last) return readDayFirst(last[1], last[3], last[4], last[2] === '.');
  const match = NUMBERS.exec(text);
  if (!match) return undefined;
  const [, year, , month, day] = match;
  const season = Number(month) - 20;
  if (season >= 1 && season <= 4 && day === undefined) return { ...dateOf([Number(year)]), season };
  if (Number(month) === 0) return dateOf([Number(year)]);
  if (!isMonth(month) || (day !== undefined && Number(day) > 31)) return undefined;
  return dateOf([year, month, ...(Number(day ?? 0) > 0 ? [day] : [])].map(Number));
}

/** Day and month in front of the year: with points the day comes first, with strokes nobody can tell. */
function readDayFirst(first: string, second: string, year: string, isGerman: boolean): CslDate | undefined {
  const dayFirst = isDay(first) && isMonth(second);
  const monthFirst = !isGerman && isMonth(first) && isDay(second);
  if (dayFirst && (!monthFirst || Number(first) === Number(second))) return dateOf([year, second, first].map(Number));
  return monthFirst && !dayFirst ? dateOf([year, first, second].map(Number)) : undefined;
}

function readYears(text: string): CslDate | undefined {
  const open = /^(\d{4})\s?(?:-{1,3}|[–—])$/.exec(text);
  if (open) return { ...dateOf([Number(open[1])]), edtf: `${open[1]}/` };
  const match = YEARS.exec(text);
  const [first, last] = match
    ? [Number(match[1]), Number(match[2])]
    : (SHORT_YEARS.exec(text) ?? [])
        .slice(1)
        .map((year, i, [start]) => Number(i === 0 ? year : start.slice(0, 2) + year));
  return first !== undefined && last > first ? dateOf([first], [last]) : undefined;
}

function readEra(text: string): CslDate | undefined {
  const match = ERA.exec(text);
  if (!match) return undefined;
  const year = Number(match[1] ?? match[3]);
  return year === 0 ? undefined : dateOf([/^B/i.test(match[2] ?? '') ? -year : year]);
}

function readNamed(text: string): CslDate | undefined {
  const last = YEAR_LAST.exec(text);
  if (last) {
    const [, day, toDay, word, other, dayAfter, toDayAfter, year] = last as readonly (string | undefined)[];
    if (day !== undefined && dayAfter !== undefined) return undefined;
    return named(year, word, other, day ?? dayAfter, toDay ?? toDayAfter);
  }
  const [, year, word, other, day, toDay] = (YEAR_FIRST.exec(text) ?? []) as readonly (string | undefined)[];
  return word === undefined ? undefined : named(year, word, other, day, toDay);
}

function named(year = '', word = '', other?: string, day?: string, toDay?: string): CslDate | undefined {
  const season = seasonOf(word);
  if (season !== undefined) return day || other ? undefined : { ...dateOf([Number(year)]), season };
  const month = monthOf(word);
  const end = other === undefined ? undefined : monthOf(other);
  if (month === undefined || (other !== undefined && (end === undefined || day !== undefined))) return undefined;
  const start = [Number(year), month];
  if (end !== undefined) return dateOf(start, [Number(year), end]);
  if (day === undefined) return dateOf(start);
  if (!isDay(day) || (toDay !== undefined && !isDay(toDay))) return undefined;
  return dateOf([...start, Number(day)], ...(toDay === undefined ? [] : [[...start, Number(toDay)]]));
}

function dateOf(...parts: number[][]): CslDate {
  return { 'date-parts': parts };
}

/** The number of the month that a word names. */
export function monthOf(word: string): number | undefined {
  if (word.length > LONGEST_NAME) return undefined;
  const number = MONTHS.findIndex((name) => name.test(word)) + 1;
  return number > 0 ? number : undefined;
}

/** The number of the season that a word names: 1 for spring, 4 for winter. */
export function seasonOf(word: string): number | undefined {
  const number = SEASONS.findIndex((name) => name.test(word)) + 1;
  return number > 0 ? number : undefined;
}

function isMonth(text: string): boolean {
  return Number(text) >= 1 && Number(text) <= 12;
}

function isDay(text: string): boolean {
  return Number(text) >= 1 && Number(text) <= 31;
}
