import type { CslDate } from '../model/csl';
import { latexToText } from './latex';

/** One date of EDTF as biblatex takes it (manual, section 2.3.8), also with unspecified digits (`199X`, `2004-XX`). */
const DATE = /^(-?[\dX]{4}|Y[+-]?\d{5,})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?(?:T[\d:.Z+-]*)?([?~%]?)$/i;
const FIRST_SEASON = 21;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

interface SingleDate {
  readonly parts: number[];
  readonly season?: number;
  readonly circa: boolean;
  /** False where CSL cannot say all of it. */
  readonly exact: boolean;
}

/** A biblatex date as CSL. What CSL cannot say (`199X`, an open range) is kept in `edtf`; what is no date, in `literal`. */
export function parseDate(source: string): CslDate | undefined {
  const plain = source.replace(/[{}\s]/g, '');
  // A tilde is a mark of doubt here, not a space.
  const text = currentForm(/^[\dXYT.:/?~%+-]+$/i.test(plain) ? plain : latexToText(source));
  if (text === '') return undefined;
  const sides = text.split('/').map((side) => side.trim());
  const [start, end] = sides.map(parseSingle);
  const known = [start, end].filter((date) => date !== undefined);
  const unreadable = sides.some((side, i) => side !== '' && side !== '..' && ![start, end][i]);
  if (sides.length > 2 || known.length === 0 || unreadable) return { literal: text };
  const date: CslDate = { 'date-parts': known.map(({ parts }) => parts) };
  if (known[0].season !== undefined) date.season = known[0].season;
  if (known.some(({ circa }) => circa)) date.circa = true;
  if (known.length < sides.length || known.some(({ exact }) => !exact)) date.edtf = text;
  return date;
}

/** A date of the drafts of EDTF, which older biblatex takes, as it is written now: `199u`, `1999/open`, `unknown/2004`. */
function currentForm(text: string): string {
  if (!/u|open/i.test(text)) return text;
  const sides = text.split('/').map((side) => side.trim());
  const modern = sides.map((side) => {
    if (/^open$/i.test(side)) return '..';
    if (/^unknown$/i.test(side)) return '';
    return /^\d[\du]{3}(?:-[\du]{2}){0,2}[?~]?$/i.test(side) ? side.replace(/u/gi, 'X') : side;
  });
  return modern.join('/');
}

function parseSingle(text: string): SingleDate | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [, year, month, day, mark] = match;
  const parts = [Number(year.replace(/^Y/i, '').replace(/X/gi, '0'))];
  const exact = !/[XT]/i.test(text) && mark === '' && !/^Y/i.test(year);
  const circa = /X/i.test(year) || mark === '~' || mark === '%';
  const season = Number(month) - FIRST_SEASON + 1;
  if (season >= 1 && season <= 4) return { parts, season, circa, exact: false };
  if (Number(month) >= 1 && Number(month) <= 12) {
    parts.push(Number(month));
    if (Number(day) >= 1 && Number(day) <= 31) parts.push(Number(day));
  }
  return { parts, circa, exact };
}

/** BibTeX's `year`, `month` and `day` as CSL. A year such as `c. 1960` counts as about 1960, `in press` as a literal. */
export function parseYear(year: string, month: string | undefined, day: string | undefined): CslDate | undefined {
  const text = latexToText(year);
  if (text === '') return undefined;
  if (/^-?[\dX]{4}[/?~%-]/i.test(text)) {
    const date = parseDate(text);
    if (date && !date.literal) return date;
  }
  const found = /-?\d{1,4}(?!\d)/.exec(text);
  if (!found || (found[0].length < 4 && found[0] !== text)) return { literal: text };
  const parts = [Number(found[0]), ...parseMonth(month, day)];
  const date: CslDate = { 'date-parts': [parts] };
  if (found[0] !== text) date.literal = text;
  if (/\b(?:c|ca|circa|about)\b|^~/i.test(text)) date.circa = true;
  return date;
}

/** Month and day from `3`, `mar`, `10~January`, `March 10--12`. */
function parseMonth(month: string | undefined, day: string | undefined): number[] {
  if (month === undefined) return [];
  const text = latexToText(month).toLowerCase();
  const named = MONTHS.findIndex((name) => new RegExp(`\\b${name}`).test(text)) + 1;
  const number = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  const value = named || (number <= 12 ? number : 0);
  if (value === 0) return [];
  const dayText = day === undefined ? (named ? /\b\d{1,2}\b/.exec(text)?.[0] : undefined) : latexToText(day);
  const dayNumber = Number(dayText ?? NaN);
  return dayNumber >= 1 && dayNumber <= 31 ? [value, dayNumber] : [value];
}

/** The year of a date; a literal has one where it holds four digits. */
export function yearOfDate(date: CslDate | undefined): number | undefined {
  const year = date?.['date-parts']?.[0]?.[0];
  if (typeof year === 'number') return year;
  const found = /(?<!\d)\d{4}(?!\d)/.exec(date?.literal ?? '');
  return found ? Number(found[0]) : undefined;
}
