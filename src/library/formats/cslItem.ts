import { type CslDate, type CslItem, type CslName, NAME_PARTS } from '../model/csl';
import { readDate } from '../model/writtenDate';
import { isDateVariable, isNameVariable, isTextVariable } from './cslVariables';

const NAME_FLAGS = ['comma-suffix', 'static-ordering'] as const;

/** A CSL item with the names of the fields that had to be left out because of their type. */
export interface CheckedItem {
  readonly item: CslItem;
  readonly dropped: readonly string[];
}

/**
 * A value read from outside as a CSL item. Numbers become text where CSL has text; a field of a wrong type is left out and
 * named; fields that CSL does not know are kept as they are. Undefined for what is no object.
 */
export function checkCslItem(value: unknown): CheckedItem | undefined {
  if (!isRecord(value)) return undefined;
  const item: CslItem = {};
  const dropped: string[] = [];
  for (const [field, raw] of Object.entries(value)) {
    if (field === '__proto__' || raw === null || raw === undefined) continue;
    const checked = checkField(field, raw);
    if (checked === undefined) dropped.push(field);
    else item[field] = checked;
  }
  return { item, dropped };
}

/** Fields that other JSON seldom has under these names. */
const TELLING_FIELDS = [
  'author',
  'editor',
  'issued',
  'DOI',
  'container-title',
  'citation-key',
  'abstract',
  'ISBN',
  'URL',
];

/** Whether an object has the look of a CSL item, rather than being some other JSON: an item may lack its title, or its type, or its key. */
export function looksLikeCsl(item: CslItem): boolean {
  const isTelling = TELLING_FIELDS.some((field) => item[field] !== undefined);
  if (item.title === undefined && item.type === undefined) return isTelling && item.id !== undefined;
  return isTelling || item.id !== undefined;
}

/** The year of a CSL date. */
export function yearOf(date: CslDate | undefined): number | undefined {
  const stated = Number(date?.['date-parts']?.[0]?.[0] ?? NaN);
  if (Number.isInteger(stated) && stated !== 0) return stated;
  const text = (date?.edtf ?? date?.raw ?? date?.literal)?.trim().slice(0, 100);
  if (text === undefined) return undefined;
  const year = readDate(text)?.['date-parts']?.[0]?.[0];
  if (year !== undefined) return Number(year);
  const found = /^-?\d{4}(?!\d)|\d{4}(?!\d)/.exec(text);
  return found ? Number(found[0]) : undefined;
}

function checkField(field: string, raw: unknown): unknown {
  if (field === 'keyword' && Array.isArray(raw)) return raw.filter((word) => typeof word === 'string').join(', ');
  // Crossref lists the numbers of all editions.
  if (/^IS[BS]N$/.test(field) && Array.isArray(raw))
    return raw.filter((each) => typeof each === 'string').join(', ') || undefined;
  // Crossref's have more to say there than CSL.
  if (field === 'license' && typeof raw === 'object') return raw;
  if (field === 'event' && isRecord(raw)) return asText(raw.name);
  if (isTextVariable(field)) return asText(raw);
  if (isNameVariable(field)) return asNames(raw);
  if (isDateVariable(field)) return asDate(raw);
  return raw;
}

function asText(raw: unknown): string | undefined {
  if (typeof raw === 'string') return raw;
  if (typeof raw === 'number') return String(raw);
  return Array.isArray(raw) && raw.length > 0 ? asText(raw.find((part) => typeof part !== 'object')) : undefined;
}

function asNames(raw: unknown): CslName[] | undefined {
  // A single name may stand without a list around it.
  const list: readonly unknown[] = Array.isArray(raw) ? raw : isRecord(raw) ? [raw] : [undefined];
  const names = list.map(asName).filter((name) => name !== undefined);
  return names.length > 0 || list.length === 0 ? names : undefined;
}

function asName(raw: unknown): CslName | undefined {
  if (typeof raw === 'string') return raw.trim() ? { literal: raw.trim() } : undefined;
  if (!isRecord(raw)) return undefined;
  const name: CslName = otherMembers(raw);
  for (const part of NAME_PARTS) {
    const value: unknown = raw[part];
    const text = Array.isArray(value) ? value.filter((each) => typeof each === 'string').join(' ') : asText(value);
    if (text?.trim()) name[part] = text;
  }
  for (const flag of NAME_FLAGS) if (raw[flag] === true) name[flag] = true;
  if (!name.literal && typeof raw.name === 'string') name.literal = raw.name;
  return NAME_PARTS.some((part) => name[part] !== undefined) ? name : undefined;
}

const CSL_MEMBERS = new Set<string>([...NAME_PARTS, ...NAME_FLAGS, 'name', '__proto__']);

/** What else is said of a person: `ORCID`, `affiliation`. */
function otherMembers(raw: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(raw).filter(([member, value]) => !CSL_MEMBERS.has(member) && value !== null && value !== undefined),
  );
}

function asDate(raw: unknown): CslDate | undefined {
  if (typeof raw === 'string') return { raw };
  if (typeof raw === 'number') return { 'date-parts': [[raw]] };
  if (Array.isArray(raw)) return fromList(raw);
  if (!isRecord(raw)) return undefined;
  const date: CslDate = {};
  const sound = soundParts(raw['date-parts']);
  if (sound.some((part) => part.length > 0)) date['date-parts'] = sound;
  for (const field of ['literal', 'raw', 'edtf'] as const) {
    const text = asText(raw[field]);
    if (text !== undefined) date[field] = text;
  }
  Object.assign(date, seasonAndDoubt(raw));
  if (isNumeric(raw.year)) date['date-parts'] ??= [yearMonthDay(raw)];
  return Object.keys(date).length > 0 ? date : undefined;
}

function seasonAndDoubt({ season, circa }: Record<string, unknown>): Pick<CslDate, 'season' | 'circa'> {
  return {
    ...(isNumeric(season) && { season }),
    ...((isNumeric(circa) || typeof circa === 'boolean') && { circa }),
  };
}

/** The numbers of a date, also where a single date stands without a list of its own: `[2001, 5]`. */
function soundParts(parts: unknown): (number | string)[][] {
  if (!Array.isArray(parts)) return [];
  if (parts.length > 0 && parts.every(isNumeric)) return [parts];
  return parts.filter(Array.isArray).map((part: unknown[]) => part.filter(isNumeric));
}

/**
 * A date that is a list: of `{year, month, day}`, as pandoc's older YAML writes a date or a range of them; of the numbers of a date; or of
 * its only text.
 */
function fromList(raw: readonly unknown[]): CslDate | undefined {
  const [only] = raw;
  if (raw.length === 1 && typeof only === 'string') return { raw: only };
  const records = raw.filter(isRecord);
  const dates = records.length > 0 ? records.map(yearMonthDay) : soundParts(raw);
  const stated = dates.filter((parts) => parts.length > 0);
  return stated.length > 0 ? { 'date-parts': stated, ...seasonAndDoubt(records.at(0) ?? {}) } : undefined;
}

function yearMonthDay({ year, month, day }: Record<string, unknown>): (number | string)[] {
  const parts = [year, month, day];
  const missing = parts.findIndex((part) => !isNumeric(part));
  return (missing < 0 ? parts : parts.slice(0, missing)).filter(isNumeric);
}

function isNumeric(value: unknown): value is number | string {
  return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
