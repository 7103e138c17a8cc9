import { foldDiacritics } from '../../base/fold';

/** Words that tell one part of a work, or one notice about it, from another. */
const TELLING =
  /^(?:\d+|i{1,3}|iv|vi{0,3}|ix|x|part|volume|vol|erratum|errata|corrigendum|correction|addendum|reply|comment|response|retraction|retracted|supplement|supplementary|editorial|review|workshop|introduction|preface|foreword)$/;

/** The words of a title for comparing: without markup, case, diacritics, punctuation and TeX's signs. */
export function titleWords(title: string): string[] {
  return foldDiacritics(title.slice(0, 1000).replace(/<[^<>]{1,100}>|[{}$\\]/g, ''))
    .toLowerCase()
    .replace(/(?<=\p{L})['’](?=s\b)/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/**
 * How much two titles are the same, from 0 to 1: 1 for the same words in the same order, whatever their spelling in between; words
 * that only one of them has count more the fewer there are. Titles that differ in a number, a part or a notice (`Part II`,
 * `Erratum`) are never near 1.
 */
export function titleSimilarity(a: string, b: string): number {
  const [left, right] = [titleWords(a), titleWords(b)];
  if (left.length === 0 || right.length === 0) return 0;
  if (left.join('') === right.join('')) return 1;
  const likeness = pairs(left.join(' '), right.join(' '));
  return tellingWords(left) === tellingWords(right) ? likeness : Math.min(likeness, 0.6);
}

/**
 * Whether one title is the other without its subtitle: `BERT` and `BERT: Pre-training of Deep …`, with at least three words, or one that
 * no other paper has for its name.
 */
export function isWithoutSubtitle(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const head = long.split(/[:?!.]\s|\s[-\u2013\u2014]\s/, 1)[0];
  if (head === long) return false;
  const words = titleWords(short);
  return words.length >= 3 && words.join(' ') === titleWords(head).join(' ');
}

function tellingWords(words: readonly string[]): string {
  return words
    .filter((word) => TELLING.test(word))
    .sort()
    .join(' ');
}

/** Dice's coefficient of the pairs of neighbouring letters. */
function pairs(a: string, b: string): number {
  const counts = new Map<string, number>();
  for (let i = 1; i < a.length; i++) {
    const pair = a.slice(i - 1, i + 1);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  let common = 0;
  for (let i = 1; i < b.length; i++) {
    const pair = b.slice(i - 1, i + 1);
    const left = counts.get(pair) ?? 0;
    if (left > 0) common++;
    counts.set(pair, left - 1);
  }
  return a.length + b.length > 2 ? (2 * common) / (a.length + b.length - 2) : 0;
}
