import type { CslDate } from '../model/csl';
import { isOpen, isSet, seasonNumber, toEdtf } from '../model/edtf';
import { monthOf, readDate } from '../model/writtenDate';

/** The values of BibTeX's three fields of a date; '' where one has nothing to say. */
export interface BibtexDate {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

const NOTHING: BibtexDate = { year: '', month: '', day: '' };
const SEASONS = ['Spring', 'Summer', 'Autumn', 'Winter'];

/** The date with its numbers, where it states them as text alone; months by their numbers. */
export function numbered(date: CslDate | undefined): CslDate | undefined {
  if (date === undefined) return undefined;
  const { 'date-parts': stated = [], ...others } = date;
  const parts = stated.map((part) => numbersOf(part));
  if (parts.some((part) => part.length > 0))
    return { ...others, 'date-parts': parts.filter((part) => part.length > 0) };
  const texts = [date.edtf, date.raw, date.literal].filter((text) => text !== undefined);
  const read = texts.map(readDate).find((each) => each !== undefined);
  return read ?? date;
}

/** The parts up to the first that is no number; a month may be a word. A year 0 alone is an open end. */
function numbersOf(part: readonly (number | string)[]): number[] {
  const numbers = part.map((each, i) =>
    i === 1 && typeof each === 'string' ? (monthOf(each) ?? Number(each)) : Number(each),
  );
  const wrong = numbers.findIndex((number, i) => !Number.isInteger(number) || (number === 0 && i > 0));
  return wrong < 0 ? numbers : numbers.slice(0, wrong);
}

/** A date as biblatex's `date` takes it; '' where it is only words, which are for `year` there. */
export function biblatexDate(date: CslDate | undefined): string {
  const known = numbered(date);
  return known === undefined ? '' : (toEdtf(known) ?? '');
}

/** What a date says in words, where it has no numbers. */
export function wordsOfDate(date: CslDate | undefined): string {
  return biblatexDate(date) === '' ? (date?.literal ?? date?.raw ?? date?.edtf ?? '') : '';
}

/** A date as BibTeX's fields, which styles print as they are: `1999--2003`, `c. 1960`, `44 BC`, `May--June`. */
export function bibtexDate(date: CslDate | undefined): BibtexDate {
  const known = numbered(date);
  const [start, end] = known?.['date-parts'] ?? [];
  const first = Number(start?.[0]);
  if (known === undefined || start === undefined || first === 0) return { ...NOTHING, year: wordsOfDate(date) };
  // What only EDTF can say stands in the year as it is.
  if (/[?X]/i.test(known.edtf ?? '')) return { ...NOTHING, year: known.edtf! };
  const circa = isSet(known.circa) ? 'c. ' : '';
  const plain = {
    year: circa + (Number.isInteger(first) ? yearText(first) : text(start[0])),
    month: monthText(start, known.season),
    day: text(start[2]),
  };
  if (end === undefined) return isOpenSpan(known) ? { ...plain, year: `${plain.year}--` } : plain;
  if (isOpen(end)) return { ...plain, year: `${plain.year}--` };
  if (start.length === 1 && end.length === 1) return { ...plain, year: `${plain.year}--${yearText(Number(end[0]))}` };
  if (Number(end[0]) !== first || start.length !== end.length) return { ...NOTHING, year: toEdtf(known) ?? plain.year };
  const isSameMonth = start[1] === end[1];
  const month = isSameMonth ? plain.month : `${text(start[1])}--${text(end[1])}`;
  return { ...plain, month, day: start[2] === undefined ? '' : `${text(start[2])}--${text(end[2])}` };
}

function isOpenSpan({ edtf }: CslDate): boolean {
  return edtf !== undefined && /\d\/(?:\.\.)?$/.test(edtf);
}

function yearText(year: number): string {
  return year < 0 ? `${-year} BC` : String(year);
}

function monthText([, month]: readonly (number | string)[], season: CslDate['season']): string {
  const number = month === undefined ? seasonNumber(season) : Number(month) - 20;
  return number !== undefined && number >= 1 && number <= 4 ? SEASONS[number - 1] : text(month);
}

function text(part: number | string | undefined): string {
  return part === undefined ? '' : String(part);
}

/** A date as RIS has it, `2020/05/03/`, with what has no place there behind the last stroke; '' for a year alone. */
export function risDateText(date: CslDate | undefined): string {
  const known = numbered(date);
  const [start, end] = known?.['date-parts'] ?? [];
  const [year, month, day] = start ?? [];
  if (known === undefined || year === undefined || Number(year) <= 0) {
    const words = Number(year) < 0 ? bibtexDate(known).year : wordsOfDate(date);
    return words === '' ? '' : `///${words}`;
  }
  const season = seasonNumber(month === undefined ? known.season : Number(month) - 20);
  const other =
    end !== undefined || isSet(known.circa) || known.edtf?.includes('?') || isOpenSpan(known)
      ? (toEdtf(known) ?? '')
      : season === undefined
        ? ''
        : SEASONS[season - 1];
  const pad = (part: number | string | undefined) => (part === undefined ? '' : String(part).padStart(2, '0'));
  if (month === undefined && other === '') return '';
  return `${String(year).padStart(4, '0')}/${Number(month) > 12 ? '' : pad(month)}/${pad(day)}/${other}`;
}
