import { asciiWord, foldDiacritics } from '../../base/fold';
import type { CslName } from '../../library/model/csl';
import { familyName } from '../../library/model/display';

/** The family name of each author, for comparing; one in another script keeps its letters. */
export function familyKeys(authors: readonly CslName[]): string[] {
  return authors.map((author) =>
    keyOf(author.literal ? lastWord(author.literal) : (author.family ?? familyName(author))),
  );
}

/** A family name for comparing. */
export function keyOf(family: string): string {
  return asciiWord(family) || foldDiacritics(family).toLowerCase().trim();
}

function lastWord(name: string): string {
  return name.trim().split(/\s+/).at(-1) ?? '';
}

/** How many of the fewer authors both lists have, from 0 to 1; undefined where one of them has none. */
export function authorOverlap(a: readonly string[], b: readonly string[]): number | undefined {
  const [left, right] = [new Set(a.filter(Boolean)), new Set(b.filter(Boolean))];
  if (left.size === 0 || right.size === 0) return undefined;
  const common = [...left].filter((name) => right.has(name)).length;
  return common / Math.min(left.size, right.size);
}
