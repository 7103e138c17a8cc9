/** A source may grow to so many times its size by macros and inheritance, and in any case to so many characters. */
const GROWTH = 10;
const ALWAYS = 16_000_000;
/** No single value is longer than this; the longest abstracts and author lists of real files are a hundredth of it. */
export const LONGEST_VALUE = 1_000_000;

/**
 * How much text the macros, inherited fields and aliases of a source may still make: a kilobyte of `@string{a = b # b}` would
 * otherwise be gigabytes. What is refused stays as it is written.
 */
export class ExpansionBudget {
  #left: number;

  /** @param size characters of the source */
  constructor(size: number) {
    this.#left = Math.max(ALWAYS, GROWTH * size);
  }

  /** Whether a value of this length may be made; it counts if so. */
  take(length: number): boolean {
    if (length > LONGEST_VALUE || length > this.#left) return false;
    this.#left -= length;
    return true;
  }
}
