import type { OffsetRange } from '../../../base/position';
import type { FoundItem } from '../../foundItem';
import type { CiteItem } from '../../syntax';
import { skipSpace, skipSpaceBack } from './characters';

/** The range without white space at its ends; undefined where nothing is left. */
export function trimmed(text: string, start: number, end: number): OffsetRange | undefined {
  const from = skipSpace(text, start, end);
  const to = skipSpaceBack(text, end, from);
  return from < to ? { start: from, end: to } : undefined;
}

/** A list with one more. Most hold one: a list that begins with it takes much less room than one that begins empty and grows. */
export function withItem<T>(list: T[] | undefined, item: T): T[] {
  if (!list) return [item];
  list.push(item);
  return list;
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
