import type { CslDate } from '../model/csl';
import { parseEdtf } from '../model/edtf';
import { monthOf, readDate, seasonOf } from '../model/writtenDate';
import { latexToText } from './latex';

/** A biblatex date as CSL. What CSL cannot say (`199X`, an open range) is kept in `edtf`; what is no date, in `literal`. */
export function parseDate(source: string): CslDate | undefined {
  const plain = source.replace(/[{}\s]/g, '');
  // A tilde is a mark of doubt here, not a space.
  const text = /^[\dXYT.:/?~%+-]+$/i.test(plain) ? plain : latexToText(source);
  return text === '' ? undefined : (parseEdtf(text) ?? readDate(text) ?? { literal: text });
}

/** BibTeX's `year`, `month` and `day` as CSL. A year such as `c. 1960` counts as about 1960, `in press` as a literal. */
export function parseYear(year: string, month: string | undefined, day: string | undefined): CslDate | undefined {
  const text = latexToText(year);
  if (text === '') return undefined;
  const date = /^\d{4}$/.test(text) ? { 'date-parts': [[Number(text)]] } : wholeDate(year, text);
  const parts = date?.['date-parts'] ?? [];
  // A date that says more than a year stands there as a whole.
  const isYear = parts.length === 1 && parts[0].length === 1 && date?.season === undefined;
  return isYear && month !== undefined ? { ...date, ...withMonth(Number(parts[0][0]), month, day) } : date;
}

/** What stands in a year field alone. */
function wholeDate(source: string, text: string): CslDate | undefined {
  const date = readDate(/^\s*~/.test(source) ? source : text);
  if (date) return date;
  const found = /-?\d{1,4}(?!\d)/.exec(text);
  if (!found || (found[0].length < 4 && found[0] !== text)) return { literal: text };
  const parts = { 'date-parts': [[Number(found[0])]] };
  if (found[0] === text) return parts;
  return { ...parts, literal: text, ...(/\b(?:c|ca|circa|about)\b|^~/i.test(text) && { circa: true }) };
}

/** A year with its month and day from `3`, `mar`, `10~January`, `March 10--12`, `May--June`, `Spring`. */
function withMonth(year: number, month: string, day: string | undefined): CslDate {
  const text = latexToText(month);
  const dayText = day === undefined ? '' : latexToText(day);
  const number = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  const season = seasonOf(text) ?? (number > 20 && number < 25 ? number - 20 : undefined);
  if (season !== undefined) return { 'date-parts': [[year]], season };
  const isNamed = /\p{L}/u.test(text);
  const months = (isNamed ? text.match(/\p{L}+/gu)!.map(monthOf) : (text.match(/\d+/g) ?? []).map(Number)).filter(
    (each) => each !== undefined && each >= 1 && each <= 12,
  ) as number[];
  const [first, last] = months;
  if (first === undefined) return { 'date-parts': [[year]] };
  const days = (dayText || (isNamed ? text : '')).match(/(?<!\d)\d{1,2}(?!\d)/g)?.map(Number) ?? [];
  if (days.some((each) => each < 1 || each > 31) || (days.length === 0 && months.length < 2))
    return { 'date-parts': [[year, first]] };
  const [from, to] = days;
  if (months.length > 1)
    return { 'date-parts': [first, last].map((each, i) => [year, each, ...(days.length > 1 ? [days[i]] : [])]) };
  return { 'date-parts': [from, to].filter((each) => each !== undefined).map((each) => [year, first, each]) };
}

/** The year of a date; a literal has one where it holds four digits. */
export function yearOfDate(date: CslDate | undefined): number | undefined {
  const year = date?.['date-parts']?.[0]?.[0];
  if (typeof year === 'number') return year;
  const found = /(?<!\d)\d{4}(?!\d)/.exec(date?.literal ?? '');
  return found ? Number(found[0]) : undefined;
}
