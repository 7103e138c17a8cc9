import type { CslDate, CslItem, CslName } from '../model/csl';
import { type ExtraLine, extraLines, extraVariables } from './extraLines';
import { isCslType } from './cslTypes';
import { CSL_DATES, CSL_ROLES, CSL_TEXTS, CSL_TYPES } from './zoteroFields';

/** An item's data as Zotero's API has them, unchecked. */
export type ZoteroData = Readonly<Record<string, unknown>>;

/** The CSL item that an item of Zotero is, with the citekey that it states. */
export function cslOfZotero(data: ZoteroData): CslItem {
  const extra = typeof data.extra === 'string' ? extraLines(data.extra) : [];
  const type = typeIn(extra);
  const item: CslItem = { type: type ?? CSL_TYPES.get(String(data.itemType)) ?? 'document' };
  for (const [name, value] of Object.entries(data)) {
    const [text, date] = [CSL_TEXTS.get(name), CSL_DATES.get(name)];
    const stated = plain(value);
    if (stated === undefined) continue;
    if (text !== undefined) item[text] ??= stated;
    else if (date !== undefined) item[date] ??= dateOf(stated);
  }
  for (const [role, names] of creators(data.creators)) item[role] = names;
  for (const [name, value] of Object.entries(extraVariables(extra))) item[name] ??= value;
  const key = plain(data.citationKey) ?? extra.find(([name]) => /^cit(?:ation[ -]?)?e?[ -]?key$/i.test(name))?.[1];
  if (key !== undefined) item['citation-key'] = key;
  const tags = tagsOf(data);
  if (tags.length > 0) item.keyword = tags.join(', ');
  return item;
}

/** The tags of an item, those that Zotero added by itself, too. */
export function tagsOf({ tags }: ZoteroData): string[] {
  const stated = (Array.isArray(tags) ? tags : []).map((tag: unknown) =>
    plain(typeof tag === 'object' && tag !== null ? (tag as { tag?: unknown }).tag : tag)?.normalize('NFC'),
  );
  return [...new Set(stated.filter((tag) => tag !== undefined))];
}

/** A text that says something; numbers are written out. */
export function plain(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}

/** The type that a line `Type: patent` gives, in the words of Zotero or CSL. */
function typeIn(lines: readonly ExtraLine[]): string | undefined {
  const types = lines.filter(([name]) => name === 'type').map(([, stated]) => stated);
  return types.map((stated) => CSL_TYPES.get(stated) ?? (isCslType(stated) ? stated : undefined)).find(Boolean);
}

function creators(value: unknown): Map<string, CslName[]> {
  const roles = new Map<string, CslName[]>();
  for (const each of Array.isArray(value) ? (value as unknown[]) : []) {
    if (typeof each !== 'object' || each === null) continue;
    const { creatorType, name, firstName, lastName } = each as Record<string, unknown>;
    const [literal, given, family] = [plain(name), plain(firstName), plain(lastName)];
    if ((literal ?? given ?? family) === undefined) continue;
    const role = CSL_ROLES.get(String(creatorType)) ?? 'contributor';
    const known: CslName = literal === undefined ? { ...(family && { family }), ...(given && { given }) } : { literal };
    const names = roles.get(role);
    if (names) names.push(known);
    else roles.set(role, [known]);
  }
  return roles;
}

const DATE = /^(-?\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:[T ].*)?$/;

/** Dates stand as people type them; those in the order of ISO 8601 are taken apart. A month of 00 is none. */
function dateOf(text: string): CslDate {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined) return { raw: text };
  const parts = [year, month, day].map(Number);
  const known = parts.findIndex((part, i) => i > 0 && !(part >= 1 && part <= (i === 1 ? 12 : 31)));
  return { 'date-parts': [known < 0 ? parts : parts.slice(0, known)] };
}
