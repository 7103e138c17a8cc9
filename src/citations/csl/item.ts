import type { CslDate, CslItem, CslName } from '../../library/model/csl';

/** No field that is printed is longer; what is behind is left out. */
const LONGEST = 10_000;
/** More names than a style prints, or sorts by. */
const MOST_NAMES = 3000;

/** The variables of CSL 1.0.2 that hold names, and those that hold dates (specification, appendix IV). */
export const NAMES: ReadonlySet<string> = new Set(
  (
    'author chair collection-editor compiler composer container-author contributor curator director editor ' +
    'editor-translator editorial-director executive-producer guest host illustrator interviewer narrator organizer ' +
    'original-author performer producer recipient reviewed-author script-writer series-creator translator'
  ).split(' '),
);
const DATES = new Set('accessed available-date event-date issued original-date submitted'.split(' '));

/** What an engine must not be given. */
const LEFT_OUT = new Set(['id', 'custom', 'system_id', 'multi']);
/** What hardly any style prints, long or changed often: left out where the style does not name it. */
const SELDOM_PRINTED = ['abstract', 'annote', 'citation-key', 'keyword', 'note'];

/** Control characters, and marks that turn the direction of the text around them. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu;

/** Takes no room in print, and makes a name another one. */
const WORD_JOINER = '\u2060';

/** The fields that a style does not print, of those that hardly any does. */
export function unprinted(csl: string): ReadonlySet<string> {
  return new Set(SELDOM_PRINTED.filter((name) => !new RegExp(`variable\\s*=\\s*["'][^"']*\\b${name}\\b`).test(csl)));
}

/**
 * An item as an engine can take it: every field of the kind that CSL says, of bounded length, without control characters.
 * What is of another kind is left out, so that nothing read from a file makes an engine throw.
 * @param without fields that the style has no use for
 */
export function safeItem(id: string, item: CslItem, without: ReadonlySet<string>): CslItem {
  const isType = typeof item.type === 'string' && item.type !== '' && !isMember(item.type);
  const safe: CslItem = { id, type: isType ? item.type : 'document' };
  for (const [name, value] of Object.entries(item)) {
    if (name === 'type' || LEFT_OUT.has(name) || without.has(name) || !/^[A-Za-z][\w-]*$/.test(name)) continue;
    const kept = NAMES.has(name) ? names(value) : DATES.has(name) ? date(value) : text(value);
    if (kept !== undefined) safe[name] = kept;
  }
  return safe;
}

function text(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return undefined;
  const kept = value.slice(0, LONGEST).replace(UNSEEN, ' ').trim();
  return isMember(kept) ? kept + WORD_JOINER : kept || undefined;
}

/** Whether every object has a member of this name: engines keep what they print as names of objects. */
function isMember(name: string): boolean {
  return name in Object.prototype;
}

function names(value: unknown): CslName[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const all = value.slice(0, MOST_NAMES).map(nameOf);
  const kept = all.filter((name) => name !== undefined);
  return kept.length > 0 ? kept : undefined;
}

const NAME_PARTS = ['family', 'given', 'literal', 'suffix', 'dropping-particle', 'non-dropping-particle'] as const;

/** Whether a comma stands before a suffix, and whether the family name comes first as in Hungarian (schema of CSL data, 1.0.2). */
const NAME_FLAGS = ['comma-suffix', 'static-ordering'] as const;

function nameOf(value: unknown): CslName | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const given = value as Record<string, unknown>;
  const name: CslName = {};
  for (const part of NAME_PARTS) {
    const kept = text(given[part]);
    if (kept !== undefined) name[part] = kept;
  }
  for (const flag of NAME_FLAGS) if (isTrue(given[flag])) name[flag] = true;
  // A person without a family name is known by the other one.
  if (!name.family && !name.literal) return name.given ? { literal: name.given } : undefined;
  return name;
}

function date(value: unknown): CslDate | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const given = value as Record<string, unknown>;
  const parts = dateParts(given['date-parts']) ?? edtfParts(given.edtf);
  const season = text(given.season);
  const circa = isTrue(given.circa);
  if (parts) return { 'date-parts': parts, ...(season && { season }), ...(circa && { circa }) };
  const literal = text(given.literal);
  if (literal) return { literal };
  const raw = text(given.raw);
  return raw ? { raw } : undefined;
}

/** As CSL data may write it. */
function isTrue(value: unknown): boolean {
  return value === true || value === 1 || value === 'true' || value === '1';
}

/** A range whose end is not known yet ends in a year that is none, as engines write it. */
const OPEN_END = [0];

function dateParts(value: unknown): number[][] | undefined {
  if (!Array.isArray(value)) return undefined;
  const dates = value.slice(0, 2).map((parts: unknown) => {
    const numbers = (Array.isArray(parts) ? parts : []).slice(0, 3).map(Number);
    const wrong = numbers.findIndex((number) => !Number.isInteger(number) || number === 0);
    return wrong < 0 ? numbers : numbers.slice(0, wrong);
  });
  const isOpen = dates.length === 2 && dates[0].length > 0 && isOpenEnd(value[1]);
  const stated = dates.filter((numbers) => numbers.length > 0);
  return stated.length > 0 ? [...stated, ...(isOpen ? [OPEN_END] : [])] : undefined;
}

function isOpenEnd(parts: unknown): boolean {
  return Array.isArray(parts) && (parts[0] === 0 || parts[0] === '0');
}

/** EDTF has a year 0, which is CSL's −1. */
function countedFromOne(part: string | undefined, at: number): number | string | undefined {
  return at === 0 && Number(part) <= 0 ? Number(part) - 1 : part;
}

/** Of EDTF what CSL has dates for: `2020-06-01`, `2020-06/2021`, `2020/..`, each perhaps uncertain. */
function edtfParts(value: unknown): number[][] | undefined {
  if (typeof value !== 'string' || !/^-?\d{4}[\d\-/?~%]*(?:\/\.\.)?$/.test(value)) return undefined;
  const dates = value
    .split('/')
    .map((day, at) =>
      at > 0 && /^(?:\.\.)?$/.test(day)
        ? OPEN_END
        : /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(day)?.slice(1).map(countedFromOne),
    );
  return dateParts(dates.map((parts) => parts?.filter((part: unknown) => part !== undefined)));
}
