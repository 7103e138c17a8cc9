import type { OffsetRange } from '../base/position';
import type { CiteItem } from './citeItem';
import { type AfterKey, splitLocator } from './locator';

/**
 * A cite item as found in a text. It holds where its parts stand; what they say is read from the text when it is asked for, as
 * is where a locator ends: of the thousands that a finder may find, little more than the keys ever is.
 */
export class FoundItem implements CiteItem {
  readonly suppressAuthor: boolean | undefined;
  readonly #text: string;
  readonly #start: number;
  readonly #end: number;
  readonly #keyStart: number;
  readonly #keyEnd: number;
  // Parts that it has not are from 0 to 0.
  readonly #prefixStart: number;
  readonly #prefixEnd: number;
  readonly #afterStart: number;
  readonly #afterEnd: number;
  #split: AfterKey | undefined;

  /**
   * @param key the key alone, without `@` or braces
   * @param range from the first to the last character that belongs to the item
   * @param after what follows the key: a locator, a suffix or both
   */
  constructor(
    text: string,
    key: OffsetRange,
    range: OffsetRange,
    prefix?: OffsetRange,
    after?: OffsetRange,
    suppressAuthor?: boolean,
  ) {
    this.suppressAuthor = suppressAuthor;
    this.#text = text;
    this.#start = range.start;
    this.#end = range.end;
    this.#keyStart = key.start;
    this.#keyEnd = key.end;
    this.#prefixStart = prefix ? prefix.start : 0;
    this.#prefixEnd = prefix ? prefix.end : 0;
    this.#afterStart = after ? after.start : 0;
    this.#afterEnd = after ? after.end : 0;
    this.#split = undefined;
  }

  get range(): OffsetRange {
    return { start: this.#start, end: this.#end };
  }

  get keyRange(): OffsetRange {
    return { start: this.#keyStart, end: this.#keyEnd };
  }

  get key(): string {
    return this.#text.slice(this.#keyStart, this.#keyEnd);
  }

  get prefixRange(): OffsetRange | undefined {
    return this.#prefixEnd > 0 ? { start: this.#prefixStart, end: this.#prefixEnd } : undefined;
  }

  get prefix(): string | undefined {
    return this.#prefixEnd > 0 ? this.#text.slice(this.#prefixStart, this.#prefixEnd) : undefined;
  }

  get locatorRange(): OffsetRange | undefined {
    return this.#after.locator;
  }

  get locator(): string | undefined {
    return this.textIn(this.#after.locator);
  }

  get suffixRange(): OffsetRange | undefined {
    return this.#after.suffix;
  }

  get suffix(): string | undefined {
    return this.textIn(this.#after.suffix);
  }

  get between(): string | undefined {
    const { locator, suffix } = this.#after;
    if (!locator || !suffix || this.#text.slice(locator.end, suffix.start).includes(',')) return undefined;
    return locator.end === suffix.start ? '' : ' ';
  }

  get #after(): AfterKey {
    return (this.#split ??= this.readAfter(this.#text, this.#afterStart, this.#afterEnd));
  }

  /** The locator and the suffix in what follows the key. */
  protected readAfter(text: string, start: number, end: number): AfterKey {
    return splitLocator(text, start, end);
  }

  protected textIn(range: OffsetRange | undefined): string | undefined {
    return range && this.#text.slice(range.start, range.end);
  }
}
