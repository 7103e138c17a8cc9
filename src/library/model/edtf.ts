import type { CslDate } from './csl';

/** One date of EDTF as biblatex takes it (manual, section 2.3.8), also with unspecified digits (`199X`, `2004-XX`). */
const DATE = /^(-?[\dX]{4}|Y[+-]?\d{5,})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?(?:T[\d:.Z+-]*)?([?~%]?)$/i;
const FIRST_SEASON = 21;

interface SingleDate {
  readonly parts: number[];
  readonly season?: number;
  readonly circa: boolean;
  /** False where CSL cannot say all of it. */
  readonly exact: boolean;
}

/** A date or a span of EDTF as CSL, without spaces. What CSL cannot say (`199X`, an open span) is kept in `edtf`. Undefined for any other text. */
export function parseEdtf(stated: string): CslDate | undefined {
  const text = currentForm(stated);
  const sides = text.split('/').map((side) => side.trim());
  const [start, end] = sides.map(parseSingle);
  const known = [start, end].filter((date) => date !== undefined);
  const unreadable = sides.some((side, i) => side !== '' && side !== '..' && ![start, end][i]);
  if (sides.length > 2 || known.length === 0 || unreadable) return undefined;
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
  const parts = [yearOfEdtf(Number(year.replace(/^Y/i, '').replace(/X/gi, '0')))];
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

/** EDTF counts a year 0, which is 1 BC and CSL's −1; its −43 is 44 BC. */
function yearOfEdtf(year: number): number {
  return year <= 0 ? year - 1 : year;
}

/** The date as EDTF, by which biblatex writes dates; undefined where it has no numbers. */
export function toEdtf({ 'date-parts': parts = [], season, circa, edtf }: CslDate): string | undefined {
  if (edtf !== undefined && parseEdtf(edtf)) return edtf;
  const [start, end] = parts.map((part) => single(part, season));
  if (start === undefined) return undefined;
  const mark = isSet(circa) ? '~' : '';
  if (end === undefined) return `${start}${mark}${isOpen(parts.at(1)) ? '/' : ''}`;
  return `${start}${mark}/${end}${mark}`;
}

/** Whether the end of a span is stated as open: CSL data write a year 0 for it. */
export function isOpen(part: readonly (number | string)[] | undefined): boolean {
  return part !== undefined && part.length > 0 && Number(part[0]) === 0;
}

export function isSet(flag: CslDate['circa']): boolean {
  return flag === true || flag === 1 || flag === 'true' || flag === '1';
}

function single(part: readonly (number | string)[], season: CslDate['season']): string | undefined {
  const [year, month, day] = part.map(Number);
  if (!Number.isInteger(year) || year === 0) return undefined;
  const digits = String(Math.abs(year < 0 ? year + 1 : year)).padStart(4, '0');
  const text = `${digits.length > 4 ? 'Y' : ''}${year < -1 ? '-' : ''}${digits}`;
  const named = seasonNumber(season);
  if (part.length === 1 && named !== undefined) return `${text}-${named + FIRST_SEASON - 1}`;
  if (!isBetween(month, 1, 12) && !isBetween(month, 21, 24)) return text;
  return `${text}-${pad(month)}${isBetween(day, 1, 31) ? `-${pad(day)}` : ''}`;
}

/** 1 for spring to 4 for winter, by number or name. */
export function seasonNumber(season: CslDate['season']): number | undefined {
  const number = /^\d+$/.test(String(season))
    ? Number(season)
    : SEASONS.findIndex((names) => names.test(String(season))) + 1;
  return isBetween(number, 1, 4) ? number : undefined;
}

/** The seasons by their names, in the order of their numbers. */
export const SEASONS: readonly RegExp[] = [/^spring$/i, /^summer$/i, /^(?:autumn|fall)$/i, /^winter$/i];

function isBetween(value: number | undefined, first: number, last: number): boolean {
  return value !== undefined && Number.isInteger(value) && value >= first && value <= last;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
