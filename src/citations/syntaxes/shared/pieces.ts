import type { Mutable } from '../../../base/mutable';
import type { OffsetRange } from '../../../base/position';
import type { CiteItem, FoundItem } from '../../syntax';
import { splitLocator } from '../../locator';
import { skipSpace, skipSpaceBack } from './characters';

/** The range without white space at its ends; undefined where nothing is left. */
export function trimmed(text: string, start: number, end: number): OffsetRange | undefined {
  const from = skipSpace(text, start, end);
  const to = skipSpaceBack(text, end, from);
  return from < to ? { start: from, end: to } : undefined;
}

/**
 * Reads a cite item, splitting what follows its key into locator and suffix.
 * @param range from the first to the last character that belongs to the item
 * @param after what follows the key: a locator, a suffix or both
 */
export function itemAt(
  text: string,
  key: OffsetRange,
  range: OffsetRange,
  prefix?: OffsetRange,
  after?: OffsetRange,
): Mutable<FoundItem> {
  if (!after) return itemOf(text, key, range, prefix);
  const { locator, suffix } = splitLocator(text, after.start, after.end);
  const item = itemOf(text, key, range, prefix, locator, suffix);
  const between = locator && suffix && betweenOf(text, locator.end, suffix.start);
  if (between !== undefined) item.between = between;
  return item;
}

/**
 * A cite item of these parts, with just the fields that it has, all at once: an object that grows takes more room and time.
 * The parts come one by one, as objects of so many kinds as there are callers would be slow to read.
 */
export function itemOf(
  text: string,
  keyRange: OffsetRange,
  range: OffsetRange,
  prefixRange?: OffsetRange,
  locatorRange?: OffsetRange,
  suffixRange?: OffsetRange,
): Mutable<FoundItem> {
  const key = textIn(text, keyRange);
  const prefix = prefixRange && textIn(text, prefixRange);
  const locator = locatorRange && textIn(text, locatorRange);
  const suffix = suffixRange && textIn(text, suffixRange);
  if (prefixRange) {
    if (locatorRange) {
      if (!suffixRange) return { key, range, keyRange, prefix, prefixRange, locator, locatorRange };
      return { key, range, keyRange, prefix, prefixRange, locator, locatorRange, suffix, suffixRange };
    }
    if (suffixRange) return { key, range, keyRange, prefix, prefixRange, suffix, suffixRange };
    return { key, range, keyRange, prefix, prefixRange };
  }
  if (locatorRange) {
    if (!suffixRange) return { key, range, keyRange, locator, locatorRange };
    return { key, range, keyRange, locator, locatorRange, suffix, suffixRange };
  }
  if (suffixRange) return { key, range, keyRange, suffix, suffixRange };
  return { key, range, keyRange };
}

/** A list with one more. Most hold one: a list that begins with it takes much less room than one that begins empty and grows. */
export function withItem<T>(list: T[] | undefined, item: T): T[] {
  if (!list) return [item];
  list.push(item);
  return list;
}

function textIn(text: string, { start, end }: OffsetRange): string {
  return text.slice(start, end);
}

/** What stands between a locator and a suffix; undefined where a comma is part of it. */
function betweenOf(text: string, start: number, end: number): ' ' | '' | undefined {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === COMMA) return undefined;
  return start === end ? '' : ' ';
}

const COMMA = 44;

/** Locator and suffix, joined as they were. */
export function detailOf({ locator, suffix, between = ', ' }: Omit<CiteItem, 'key'>): string {
  return locator && suffix ? locator + between + suffix : (locator ?? suffix ?? '');
}

/** Items in stretches, each of which begins with the only text before a key that it has. */
export function byPrefix<T extends CiteItem>(items: readonly T[]): T[][] {
  const stretches: T[][] = [];
  for (const item of items) {
    if (stretches.length === 0 || item.prefix) stretches.push([item]);
    else stretches.at(-1)!.push(item);
  }
  return stretches;
}

/** The items in which a found citation lacks these keys: the keys not there yet, each once, in order. */
export function missingKeys(items: readonly FoundItem[], keys: readonly string[]): string[] {
  const there = new Set(items.map((item) => item.key));
  return keys.filter((key) => !there.has(key) && there.add(key));
}
