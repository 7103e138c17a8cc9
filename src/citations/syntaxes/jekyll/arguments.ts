import type { OffsetRange } from '../../../base/position';
import { splitLocator } from '../../locator';
import { MOST_ITEMS, type FoundItem } from '../../syntax';
import { itemAt, trimmed } from '../shared/pieces';

/** An option of a tag: `-l 23`, `--label chapter`. */
export interface Option {
  readonly name: 'locator' | 'label' | 'suppressAuthor' | 'other';
  /** From its dash to the end of its value. */
  readonly range: OffsetRange;
  readonly value: OffsetRange | undefined;
}

/** What stands behind the name of a tag: keys, then options. */
export interface Arguments {
  readonly keys: readonly OffsetRange[];
  readonly options: readonly Option[];
}

const OPTION = /(?<=\s)(?:--[a-z_]+=?|-[A-Za-z])/g;

const NAMES: Readonly<Record<string, Option['name']>> = {
  '-l': 'locator',
  '--locator': 'locator',
  '-L': 'label',
  '--label': 'label',
  '-A': 'suppressAuthor',
  '--suppress_author': 'suppressAuthor',
};

/** Reads the arguments of a tag as Jekyll-Scholar does: keys up to the first word with a dash before it. */
export function readArguments(text: string, args: OffsetRange): Arguments {
  const written = ` ${text.slice(args.start, args.end)}`;
  const marks = [...written.matchAll(OPTION)].map((match) => ({
    name: match[0].replace('=', ''),
    start: args.start + match.index - 1,
    behind: args.start + match.index - 1 + match[0].length,
  }));
  const options = marks.map(({ name, start, behind }, i): Option => {
    const value = trimmed(text, behind, marks[i + 1]?.start ?? args.end);
    return { name: NAMES[name] ?? 'other', range: { start, end: value?.end ?? behind }, value };
  });
  return { keys: keysIn(text, args.start, marks[0]?.start ?? args.end), options };
}

/** The words of a stretch that can be keys: not those that Liquid fills in, nor a lone dash. */
function keysIn(text: string, start: number, end: number): OffsetRange[] {
  const words = [...text.slice(start, end).matchAll(/\{\{[^{}]*\}\}\S*|\S+/g)].slice(0, MOST_ITEMS);
  return words
    .filter(([word]) => !/^-|[{}]/.test(word))
    .map((word) => ({ start: start + word.index, end: start + word.index + word[0].length }));
}

/** The items of a tag: locators and labels belong to the keys in their order. */
export function itemsOf(text: string, { keys, options }: Arguments): FoundItem[] {
  const locators = options.filter(({ name }) => name === 'locator');
  const labels = options.filter(({ name }) => name === 'label');
  return keys.map((key, i) => {
    const item = itemAt(text, { key, range: key });
    const value = locators[i]?.value;
    return value ? { ...item, ...notesOf(text, value, labelBefore(options, locators[i], labels[i])) } : item;
  });
}

/** The value of a label that stands right before its locator, so that both are one stretch of text. */
function labelBefore(options: readonly Option[], locator: Option, label: Option | undefined): OffsetRange | undefined {
  return label && options.indexOf(label) === options.indexOf(locator) - 1 ? label.value : undefined;
}

/** Locator, with its label before it as written, and suffix of an option's value: `chapter -l 3`. */
function notesOf(text: string, value: OffsetRange, label: OffsetRange | undefined): Partial<FoundItem> {
  const split = splitLocator(text, value.start, value.end);
  const { locator, suffix } = label && !split.locator ? { locator: value, suffix: undefined } : split;
  const place = locator && { start: label?.start ?? locator.start, end: locator.end };
  return {
    ...(place && { locator: text.slice(place.start, place.end), locatorRange: place }),
    ...(suffix && { suffix: text.slice(suffix.start, suffix.end), suffixRange: suffix }),
  };
}
