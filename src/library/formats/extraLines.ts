import type { CslDate, CslItem, CslName } from '../model/csl';
import { parseEdtf, toEdtf } from '../model/edtf';
import { parsePlainName } from '../model/names';
import { readDate } from '../model/writtenDate';
import { isCslVariable, isDateVariable, isNameVariable } from './cslVariables';

/*
 * Lines `Name: value` for what a format has no field for, as Zotero has people write them into its field Extra ("Citing Fields from
 * Extra", https://www.zotero.org/support/kb/item_types_and_fields): variables of CSL by their names, dates as ISO 8601 has them, a
 * line for each person, `Director: Family || Given`. Better BibTeX has lines of BibTeX's fields there, `tex.shorthand: KrV`.
 */

/** A line, its name as CSL writes it. */
export type ExtraLine = readonly [name: string, value: string];

const LINE = /^\s*([A-Za-z][\w -]{0,40}|tex\.[A-Za-z][\w.+-]{0,60}(?::\w{1,40})?):\s*(\S.{0,4000})$/;

/** The lines of a text that have a name before their first colon. */
export function extraLines(text: string): ExtraLine[] {
  return text
    .slice(0, 20_000)
    .split(/\r?\n/)
    .map((line) => LINE.exec(line))
    .filter((found) => found !== null)
    .map(([, name, value]): ExtraLine => [variableName(name), value.trim()]);
}

/** `Original Date`, `original-date` and `DOI` as CSL writes them. */
function variableName(name: string): string {
  const trimmed = name.trim();
  return /^[A-Z]{3,5}$/.test(trimmed) ? trimmed : trimmed.toLowerCase().replace(/ /g, '-');
}

/** What fields say for themselves wherever there are such lines. */
const NOT_EXTRA = /^(?:id|type|title|note|keyword|citation-key)$/;

/** Whether a line of this name says what a variable of CSL is. */
export function isExtraVariable(name: string): boolean {
  return isCslVariable(name) && !NOT_EXTRA.test(name);
}

/** What lines say of an item, by variable. */
export function extraVariables(lines: readonly ExtraLine[]): CslItem {
  const item: CslItem = {};
  for (const [name, value] of lines) {
    if (!isExtraVariable(name)) continue;
    if (isNameVariable(name)) item[name] = [...((item[name] as CslName[] | undefined) ?? []), nameOf(value)];
    else item[name] ??= isDateVariable(name) ? dateOf(value) : value;
  }
  return item;
}

function nameOf(value: string): CslName {
  const [family, given] = value.split('||').map((part) => part.trim());
  if (given === undefined) return { literal: family };
  return given === '' ? { family } : parsePlainName(`${family}, ${given}`);
}

function dateOf(value: string): CslDate {
  return parseEdtf(value) ?? readDate(value) ?? { raw: value };
}

/** The lines that say what a variable is; none for a value that no line can say. */
export function linesOfVariable(name: string, value: unknown): string[] {
  const values = isNameVariable(name) && Array.isArray(value) ? (value as CslName[]).map(nameText) : [textOf(value)];
  return values.filter((text) => text !== '').map((text) => `${name}: ${text}`);
}

function nameText(name: CslName): string {
  const { literal, family, given } = name;
  if (literal !== undefined || family === undefined) return oneLine(literal ?? given ?? '');
  const particles = [name['dropping-particle'], name['non-dropping-particle']].filter(Boolean);
  const behind = [given, name.suffix].filter(Boolean).join(', ');
  return oneLine(`${[...particles, family].join(' ')} || ${behind}`);
}

function textOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return oneLine(String(value));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  const date = value as CslDate;
  return toEdtf(date) ?? oneLine(date.literal ?? date.raw ?? '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
