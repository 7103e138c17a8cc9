import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { LineIndex } from '../../base/lineIndex';
import type { OffsetRange, Range } from '../../base/position';
import type { CslItem } from '../csl';
import type { Draft } from '../entry';
import type { SourceProblem } from '../problem';
import type { Reader, ReadResult } from '../reader';
import { draftOfCsl } from './cslDraft';
import { checkCslItem, looksLikeCsl } from './cslItem';
import { findItemsArray, scanJsonArray, type JsonItem } from './jsonItems';

/** Nobody nests a reference deeper; recursive code elsewhere must not meet what does. */
const DEEPEST = 64;
/** Keys under which programs put the array of items, where it is not the whole text. */
const ITEM_KEYS = ['references', 'items'];

/** Reads CSL-JSON: an array of items, as pandoc, Zotero and Better BibTeX write it. A broken item costs itself alone. */
export const cslJsonReader: Reader = {
  format: 'csl-json',

  detect(fileName, text) {
    const byName = /\.json$/i.test(fileName) ? 0.7 : 0;
    return Math.max(byName, /^\s*(?:\[\s*\{|\{\s*")/.test(text.slice(0, 1000)) ? 0.6 : 0);
  },

  read(text) {
    const start = findItemsArray(text, ITEM_KEYS);
    return start === undefined ? readWithoutArray(text) : new ItemReading(text).readArray(start);
  },
};

/** A text without an array of items: one item, as copied from a web page, or something else. */
function readWithoutArray(text: string): ReadResult {
  const reading = new ItemReading(text);
  const range = { start: Math.max(text.search(/\S/), 0), end: text.trimEnd().length };
  return text[range.start] === '{' ? reading.readOne(range) : reading.notJson(range);
}

class ItemReading {
  readonly #text: string;
  readonly #lines: LineIndex;
  readonly #drafts: Draft[] = [];
  readonly #problems: SourceProblem[] = [];
  #items = 0;
  #cslItems = 0;

  constructor(text: string) {
    this.#text = text;
    this.#lines = new LineIndex(text);
  }

  readArray(start: number): ReadResult {
    const { items, closed } = scanJsonArray(this.#text, start);
    items.forEach((item, index) => this.#readItem(item, index));
    if (this.#items > 0 && this.#cslItems === 0) return this.#notCsl();
    if (!closed) this.#invalid({ start: this.#text.length, end: this.#text.length }, 'CloseBracketExpected');
    return this.#result();
  }

  readOne(range: OffsetRange): ReadResult {
    const { items } = scanJsonArray(`[${this.#text}]`, 0);
    this.#readItem({ ...range, depth: items[0]?.depth ?? 0 }, 0);
    return this.#items > 0 && this.#cslItems === 0 ? this.#notCsl() : this.#result();
  }

  /** What no JSON array or object starts: broken JSON, or a lone value. */
  notJson(range: OffsetRange): ReadResult {
    if (this.#parse(range) === undefined) return this.#result();
    return this.#notCsl();
  }

  #readItem(range: JsonItem, index: number): void {
    if (range.depth > DEEPEST) return this.#invalid(range, 'TooDeep');
    const value = this.#parse(range);
    if (value === undefined) return;
    this.#items++;
    const checked = checkCslItem(value.json);
    if (checked === undefined || !looksLikeCsl(checked.item))
      return this.#withoutTitle(this.#lines.range(range), index);
    this.#cslItems++;
    this.#report(range, checked.dropped);
    this.#addDraft(checked.item, range, index);
  }

  #addDraft(item: CslItem, offsets: OffsetRange, index: number): void {
    const range = this.#lines.range(offsets);
    const draft = draftOfCsl(item);
    if (draft.title === '' && draft.statedKey === undefined) this.#withoutTitle(range, index);
    else this.#drafts.push({ ...draft, range, record: { format: 'csl-json', item } });
  }

  #withoutTitle(range: Range, index: number): void {
    this.#problems.push({ code: 'item-without-title', severity: 'warning', range, index });
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

  #report(range: OffsetRange, dropped: readonly string[]): void {
    if (dropped.length === 0) return;
    this.#problems.push({
      code: 'wrong-field-type',
      severity: 'warning',
      range: this.#lines.range(range),
      fields: dropped,
    });
  }

  #notCsl(): ReadResult {
    const range = this.#lines.range({ start: 0, end: 0 });
    return { drafts: [], problems: [{ code: 'not-csl', severity: 'warning', range }] };
  }

  #result(): ReadResult {
    return { drafts: this.#drafts, problems: this.#problems };
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
