import { arxivOf } from '../base/identifiers/arxivId';
import { doiOf } from '../base/identifiers/doi';
import { hash53 } from '../base/hash';
import type { ManagedField } from './agreedFields';
import type { FieldValue } from './yamlText';

/* One value has several forms: people write a DOI as an address, and authors as links to notes about them. */

/** Stands for a field that is not there. */
const ABSENT = 0;
const LINK = /^\[\[([^[\]|]+)(?:\|[^[\]]*)?\]\]$/;
/** What people write before an identifier. */
const BEFORE_IDS = {
  doi: /^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*)/i,
  arxiv: /^(?:https?:\/\/arxiv\.org\/abs\/|arxiv:\s*)/i,
};

/** Whether a note says the same in a field as its entry, in whatever form. */
export function saysSame(field: ManagedField, said: unknown, says: FieldValue | undefined): boolean {
  if (says === undefined) return said === undefined || said === null;
  return signOf(field, said) === signOf(field, inForm(field, says, said));
}

/** What tells whether a field of a note has another value than it had. */
export function hashOf(field: ManagedField, said: unknown): number {
  return said === undefined || said === null ? ABSENT : hash53(signOf(field, said));
}

/** A value in the form that a note has for it: a list in one text, a number as text, an address, links. */
export function inForm(field: ManagedField, value: FieldValue, said: unknown): FieldValue {
  if (typeof said === 'string' && typeof value === 'object') return value.join(', ');
  if (typeof said === 'string' && typeof value === 'number') return String(value);
  if (typeof said === 'string' && typeof value === 'string') {
    const before = field === 'doi' || field === 'arxiv' ? (BEFORE_IDS[field].exec(said)?.[0] ?? '') : '';
    return LINK.test(said) ? `[[${value}]]` : before + value;
  }
  return Array.isArray(said) && typeof value === 'object' ? inFormOfItems(field, value, said) : value;
}

/** Items that stay have the form that they have; others are links where all are. */
function inFormOfItems(field: ManagedField, values: readonly string[], said: readonly unknown[]): readonly string[] {
  const known = said.filter((item) => typeof item === 'string');
  const areLinks = known.length > 0 && known.every((item) => LINK.test(item));
  const forms = new Map(known.map((item) => [plain(field, item), item]));
  return values.map((value) => forms.get(plain(field, value)) ?? (areLinks ? `[[${value}]]` : value));
}

function signOf(field: ManagedField, value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? value.map((one) => plain(field, one)) : plain(field, value));
}

/** What is the same in all forms: texts that differ in blanks, or in the way accents are encoded, are the same. */
function plain(field: ManagedField, value: unknown): string {
  if (typeof value !== 'string') return String(value);
  const linked = LINK.exec(value.trim())?.[1].replace(/^.*\//, '');
  const text = (linked ?? value).normalize('NFC').replace(/\s+/g, ' ').trim();
  if (field === 'doi') return doiOf(text.replace(BEFORE_IDS.doi, '')) ?? text.toLowerCase();
  if (field === 'arxiv') return (arxivOf(text.replace(BEFORE_IDS.arxiv, '')) ?? text).toLowerCase();
  return text;
}
