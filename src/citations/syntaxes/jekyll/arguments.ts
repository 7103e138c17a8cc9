import type { OffsetRange } from '../../../base/position';
import { FoundItem } from '../../foundItem';
import { MOST_ITEMS } from '../../syntax';
import { codeAt, isSpace, oneOf, skipSpace } from '../shared/characters';
import { trimmed, withItem } from '../shared/pieces';

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

const DASH = 45;
const EQUALS = 61;
const isBrace = oneOf('{}');
const OPTION = /--[a-z_]+=?|-[A-Za-z]/y;

const NAMES: ReadonlyMap<string, Option['name']> = new Map([
  ['-l', 'locator'],
  ['--locator', 'locator'],
  ['-L', 'label'],
  ['--label', 'label'],
  ['-A', 'suppressAuthor'],
  ['--suppress_author', 'suppressAuthor'],
]);

/** Reads the arguments of a tag as Jekyll-Scholar does: keys up to the first word with a dash before it. */
export function readArguments(text: string, args: OffsetRange): Arguments {
  const marks = marksIn(text, args);
  if (marks.length === 0) return { keys: keysIn(text, args.start, args.end), options: NO_OPTIONS };
  const options = marks.map(({ name, start, behind }, i): Option => {
    const value = trimmed(text, behind, marks[i + 1]?.start ?? args.end);
    return { name, range: { start, end: value?.end ?? behind }, value };
  });
  return { keys: keysIn(text, args.start, marks[0].start), options };
}

const NO_OPTIONS: readonly Option[] = [];

/** The name of an option, where it starts and where its value may. */
interface Mark {
  readonly name: Option['name'];
  readonly start: number;
  readonly behind: number;
}

/** Where words begin that name options. */
function marksIn(text: string, { start, end }: OffsetRange): Mark[] {
  const marks: Mark[] = [];
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) !== DASH || (at > start && !isSpace(text.charCodeAt(at - 1)))) continue;
    OPTION.lastIndex = at;
    if (!OPTION.test(text) || OPTION.lastIndex > end) continue;
    const behind = OPTION.lastIndex;
    const nameEnd = text.charCodeAt(behind - 1) === EQUALS ? behind - 1 : behind;
    marks.push({ name: NAMES.get(text.slice(at, nameEnd)) ?? 'other', start: at, behind });
  }
  return marks;
}

/** The words of a stretch that can be keys: not those that Liquid fills in, nor a lone dash. */
function keysIn(text: string, start: number, end: number): OffsetRange[] {
  let keys: OffsetRange[] | undefined;
  let words = 0;
  for (let at = skipSpace(text, start, end); at < end && words < MOST_ITEMS; at = skipSpace(text, at, end)) {
    const word = { start: at, end: wordEnd(text, at, end) };
    if (codeAt(text, at) !== DASH && !hasBrace(text, word)) keys = withItem(keys, word);
    at = word.end;
    words++;
  }
  return keys ?? [];
}

/** Where a word ends that begins at `at`; blanks are part of it within `{{ … }}`. */
function wordEnd(text: string, at: number, limit: number): number {
  let end = at;
  if (text.startsWith('{{', at)) {
    let inside = at + 2;
    while (inside < limit && !isBrace(text.charCodeAt(inside))) inside++;
    if (text.startsWith('}}', inside) && inside + 2 <= limit) end = inside + 2;
  }
  while (end < limit && !isSpace(text.charCodeAt(end))) end++;
  return end;
}

function hasBrace(text: string, { start, end }: OffsetRange): boolean {
  for (let at = start; at < end; at++) if (isBrace(text.charCodeAt(at))) return true;
  return false;
}

/** The items of a tag: locators and labels belong to the keys in their order. */
export function itemsOf(text: string, { keys, options }: Arguments): FoundItem[] {
  if (options.length === 0) return keys.map((key) => new FoundItem(text, key, key));
  const locators = options.filter(({ name }) => name === 'locator');
  const labels = options.filter(({ name }) => name === 'label');
  return keys.map((key, i) => {
    const value = locators[i]?.value;
    const label = value && labelBefore(options, locators[i], labels[i]);
    return new FoundItem(text, key, key, undefined, value, label && { label });
  });
}

/** The value of a label that stands right before its locator, so that both are one stretch of text. */
function labelBefore(options: readonly Option[], locator: Option, label: Option | undefined): OffsetRange | undefined {
  return label && options.indexOf(label) === options.indexOf(locator) - 1 ? label.value : undefined;
}
