import type { OffsetRange } from '../base/position';
import type { CiteItem } from './citeItem';
import { type AfterKey, splitLocator } from './locator';

/** What few items have. */
export interface Peculiar {
  readonly suppressAuthor?: boolean;
  /** The key where it is not written as it is. */
  readonly key?: string;
  /** What is said of several items before the first of them, or behind the last; what an item says itself stands nearer to its key. */
  readonly before?: OffsetRange;
  readonly behind?: OffsetRange;
  /** The label of the locator where it stands apart from that, before what follows the key. */
  readonly label?: OffsetRange;
}

const NOT_PECULIAR: Peculiar = {};

/**
 * A cite item as found in a text. It holds where its parts stand; what they say is read from the text when it is asked for, as
 * is where a locator ends: of the thousands that a finder may find, little more than the keys ever is. All are of this one class:
 * V8 makes objects slowly where a constructor makes them for many.
 */
export class FoundItem implements CiteItem {
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
  readonly #peculiar: Peculiar;
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
    peculiar = NOT_PECULIAR,
  ) {
    this.#text = text;
    this.#start = range.start;
    this.#end = range.end;
    this.#keyStart = key.start;
    this.#keyEnd = key.end;
    this.#prefixStart = prefix ? prefix.start : 0;
    this.#prefixEnd = prefix ? prefix.end : 0;
    this.#afterStart = after ? after.start : 0;
    this.#afterEnd = after ? after.end : 0;
    this.#peculiar = peculiar;
    this.#split = undefined;
  }

  get range(): OffsetRange {
    return { start: this.#start, end: this.#end };
  }

  get keyRange(): OffsetRange {
    return { start: this.#keyStart, end: this.#keyEnd };
  }

  get key(): string {
    return this.#peculiar.key ?? this.#text.slice(this.#keyStart, this.#keyEnd);
  }

  get suppressAuthor(): boolean | undefined {
    return this.#peculiar.suppressAuthor;
  }

  /** Undefined also where the prefix is of two pieces; so with the suffix. */
  get prefixRange(): OffsetRange | undefined {
    return onlyOne(this.#peculiar.before, this.#ownPrefix);
  }

  get prefix(): string | undefined {
    return this.#joined(this.#peculiar.before, ' ', this.#ownPrefix);
  }

  get locatorRange(): OffsetRange | undefined {
    return this.#after.locator;
  }

  get locator(): string | undefined {
    return this.#textIn(this.#after.locator);
  }

  get suffixRange(): OffsetRange | undefined {
    return onlyOne(this.#after.suffix, this.#peculiar.behind);
  }

  get suffix(): string | undefined {
    return this.#joined(this.#after.suffix, ', ', this.#peculiar.behind);
  }

  get between(): string | undefined {
    const { locator, suffix } = this.#after;
    if (!locator || !suffix || this.#text.slice(locator.end, suffix.start).includes(',')) return undefined;
    return locator.end === suffix.start ? '' : ' ';
  }

  get #ownPrefix(): OffsetRange | undefined {
    return this.#prefixEnd > 0 ? { start: this.#prefixStart, end: this.#prefixEnd } : undefined;
  }

  /** Locator and suffix in what follows the key. */
  get #after(): AfterKey {
    return (this.#split ??= this.#splitAfter());
  }

  #splitAfter(): AfterKey {
    const { label } = this.#peculiar;
    const split = splitLocator(this.#text, this.#afterStart, this.#afterEnd);
    if (!label) return split;
    // What begins with no number is all of what is labelled.
    const end = split.locator?.end ?? this.#afterEnd;
    return { locator: { start: label.start, end }, suffix: split.locator && split.suffix };
  }

  #joined(first: OffsetRange | undefined, by: string, second: OffsetRange | undefined): string | undefined {
    if (!first || !second) return this.#textIn(first ?? second);
    return `${this.#textIn(first)}${by}${this.#textIn(second)}`;
  }

  #textIn(range: OffsetRange | undefined): string | undefined {
    return range && this.#text.slice(range.start, range.end);
  }
}

function onlyOne(one: OffsetRange | undefined, other: OffsetRange | undefined): OffsetRange | undefined {
  return one && other ? undefined : (one ?? other);
}
