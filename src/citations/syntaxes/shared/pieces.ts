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

/** What a cite item is made of, before it is read; offsets into the text. */
export interface ItemPlaces {
  readonly key: OffsetRange;
  /** From the first to the last character that belongs to the item. */
  readonly range: OffsetRange;
  readonly prefix?: OffsetRange;
  /** What follows the key: a locator, a suffix or both. */
  readonly after?: OffsetRange;
}

/** Reads a cite item from its places, splitting what follows the key into locator and suffix. */
export function itemAt(text: string, places: ItemPlaces): FoundItem {
  const { key, range, prefix, after } = places;
  const name = text.slice(key.start, key.end);
  // All at once: an object that grows takes more room.
  const item: Mutable<FoundItem> = prefix
    ? { key: name, range, keyRange: key, prefix: text.slice(prefix.start, prefix.end), prefixRange: prefix }
    : { key: name, range, keyRange: key };
  if (after) {
    const { locator, suffix } = splitLocator(text, after.start, after.end);
    if (locator) {
      item.locator = text.slice(locator.start, locator.end);
      item.locatorRange = locator;
    }
    if (suffix) {
      item.suffix = text.slice(suffix.start, suffix.end);
      item.suffixRange = suffix;
    }
    const between = locator && suffix && betweenOf(text.slice(locator.end, suffix.start));
    if (between !== undefined) item.between = between;
  }
  return item;
}

function betweenOf(text: string): ' ' | '' | undefined {
  if (text.includes(',')) return undefined;
  return text === '' ? '' : ' ';
}

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
