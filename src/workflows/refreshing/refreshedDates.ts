import { parseDate, parseYear, yearOfDate } from '../../library/bibtex/bibDates';
import { expandedFields, ownFields } from '../../library/bibtex/record';
import type { BibRecord } from '../../library/model/record';
import type { BibStyle } from '../../library/writing/bibStyle';
import type { FieldChange } from '../../library/writing/sourceChange';

/** In the order of a date's parts. */
const PARTS = ['year', 'month', 'day'];

/** Whether a field says when something appeared. */
export function isDateField(name: string): boolean {
  return name === 'date' || PARTS.includes(name);
}

/**
 * The fields of an entry's date that an item says otherwise. Two dates are the same as far as both say it: neither a day nor a month that
 * only one of them has makes another date.
 * @param fields those of the item as an entry
 */
export function refreshedDates(
  record: BibRecord,
  fields: readonly (readonly [name: string, source: string])[],
  style: BibStyle,
): FieldChange[] {
  const [own, after] = [ownFields(record), new Map(fields)];
  const [before, now] = [partsOf(expandedFields(record)), partsOf(after)];
  // A whole date can stand in the year, too: `2020-05`.
  const whole = own.has('date') ? 'date' : before.length > 1 && !own.has('month') ? 'year' : undefined;
  if (whole !== undefined) {
    const date = after.get('date') ?? now.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
    return date === '' || areSame(before, now) ? [] : [[whole, { latex: date }]];
  }
  if (!own.has('year')) return fields.filter(([name]) => isDateField(name)).map(([name, latex]) => [name, { latex }]);
  return PARTS.flatMap((name, i): FieldChange[] => {
    const isMissing = !own.has(name) && style.biblatex;
    return now[i] === undefined || now[i] === before[i] || isMissing ? [] : [[name, { latex: String(now[i]) }]];
  });
}

/** The numbers of a date, or of the first one of a span, as fields of an entry state it: as many as there are. */
function partsOf(fields: ReadonlyMap<string, string>): readonly number[] {
  const [date, year, month, day] = ['date', ...PARTS].map((name) => fields.get(name));
  const parsed = date === undefined ? parseYear(year ?? '', month, day) : parseDate(date);
  const stated = parsed?.['date-parts']?.[0]?.map(Number);
  const found = yearOfDate(parsed);
  return stated ?? (found === undefined ? [] : [found]);
}

/** Whether two dates have the same numbers as far as both have any. */
function areSame(a: readonly number[], b: readonly number[]): boolean {
  if (a.length === 0 || b.length === 0) return a.length === b.length;
  return a.every((part, i) => i >= b.length || part === b[i]);
}
