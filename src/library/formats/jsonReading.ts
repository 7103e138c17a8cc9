import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { LineIndex } from '../../base/lineIndex';
import type { OffsetRange, Range } from '../../base/position';
import { UNCOUNTED, type Step } from '../../base/steps';
import type { Paper } from '../model/paper';
import type { SourceProblem } from '../model/problem';
import { DEEPEST_PARSED, withoutDeep } from './deepMembers';
import type { ReadResult } from './reader';
import { findItemsArray, scanJsonArray, type JsonItem } from './jsonItems';

/** What one item of a JSON text came to. `foreign`: it is no item of this format. */
export type ItemReading =
  | { readonly paper: Omit<Paper, 'range'>; readonly dropped?: readonly string[] }
  | 'without-title'
  | 'foreign';

/**
 * Reads a JSON text that is an array of items, an object that holds one under one of the `keys`, or a lone item. A broken item
 * costs itself alone.
 */
export function readJsonItems(
  text: string,
  keys: readonly string[],
  read: (item: unknown) => ItemReading,
  step: Step = UNCOUNTED,
): ReadResult {
  const start = findItemsArray(text, keys);
  const reading = new JsonReading(text, read);
  return start === undefined ? reading.readWithoutArray() : reading.readArray(start, step);
}

class JsonReading {
  readonly #text: string;
  readonly #read: (item: unknown) => ItemReading;
  readonly #lines: LineIndex;
  readonly #papers: Paper[] = [];
  readonly #problems: SourceProblem[] = [];
  #foreign = 0;
  #known = 0;

  constructor(text: string, read: (item: unknown) => ItemReading) {
    this.#text = text;
    this.#read = read;
    this.#lines = new LineIndex(text);
  }

  readArray(start: number, step: Step): ReadResult {
    const { items, closed } = scanJsonArray(this.#text, start);
    for (const [index, item] of items.entries()) {
      this.#readItem(item, index);
      step();
    }
    if (!closed) this.#invalid({ start: this.#text.length, end: this.#text.length }, 'CloseBracketExpected');
    return this.#result(!closed);
  }

  /** One item, as copied from a web page, or something else. */
  readWithoutArray(): ReadResult {
    const range = { start: Math.max(this.#text.search(/\S/), 0), end: this.#text.trimEnd().length };
    const { items } = scanJsonArray(`[${this.#text}]`, 0);
    this.#readItem({ ...range, depth: items.at(0)?.depth ?? 0 }, 0);
    return this.#result(false);
  }

  #readItem(offsets: JsonItem, index: number): void {
    if (offsets.depth > DEEPEST_PARSED) return this.#invalid(offsets, 'TooDeep');
    const value = this.#parse(offsets);
    if (value === undefined) return;
    const { kept, dropped } = withoutDeep(value.json);
    const item = this.#read(kept);
    const range = this.#lines.range(offsets);
    if (item === 'foreign') this.#foreign++;
    else this.#known++;
    if (typeof item === 'string')
      this.#problems.push({ code: 'item-without-title', severity: 'warning', range, index });
    else this.#take({ ...item, dropped: [...(item.dropped ?? []), ...dropped] }, range);
  }

  #take({ paper, dropped }: Exclude<ItemReading, string>, range: Range): void {
    this.#papers.push({ ...paper, range });
    if (dropped?.length) this.#problems.push({ code: 'wrong-field-type', severity: 'warning', range, fields: dropped });
  }

  /** The value at a range, or undefined, with a problem where it breaks. */
  #parse({ start, end }: OffsetRange): { json: unknown } | undefined {
    const slice = this.#text.slice(start, end);
    try {
      return { json: JSON.parse(slice) as unknown };
    } catch {
      const { offset, length, reason } = firstJsonError(slice);
      this.#invalid({ start: start + offset, end: start + offset + length }, reason);
      return undefined;
    }
  }

  #invalid(range: OffsetRange, reason: string): void {
    this.#problems.push({ code: 'invalid-json', severity: 'error', range: this.#lines.range(range), reason });
  }

  #result(incomplete: boolean): ReadResult {
    if (this.#foreign === 0 || this.#known > 0) return { papers: this.#papers, problems: this.#problems, incomplete };
    const range = this.#lines.range({ start: 0, end: 0 });
    return { papers: [], problems: [{ code: 'not-csl', severity: 'warning', range }], incomplete };
  }
}

/** Where a JSON text breaks first, with the name that jsonc-parser gives the mistake (`CommaExpected`). */
function firstJsonError(json: string): { offset: number; length: number; reason: string } {
  const errors: ParseError[] = [];
  try {
    parse(json, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    // The parser is recursive; what nests too deep for it is not worth a finer word.
  }
  const first = errors.at(0);
  if (first === undefined) return { offset: 0, length: 1, reason: 'InvalidSymbol' };
  return { offset: first.offset, length: first.length, reason: printParseErrorCode(first.error) };
}
