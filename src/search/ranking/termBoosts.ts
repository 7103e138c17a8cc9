/** Collects terms with their boosts; a term that comes twice keeps the larger boost. Made once, used for many words. */
export class TermBoosts {
  /** By term: its place in the list plus one; 0 where it is not in it. */
  readonly #places: Int32Array;
  #terms: number[] = [];
  #boosts: number[] = [];

  /** @param size number of terms that there are */
  constructor(size: number) {
    this.#places = new Int32Array(size);
  }

  get count(): number {
    return this.#terms.length;
  }

  put(term: number, boost: number): void {
    const place = this.#places[term];
    if (place === 0) {
      this.#boosts.push(boost);
      this.#places[term] = this.#terms.push(term);
    } else if (this.#boosts[place - 1] < boost) {
      this.#boosts[place - 1] = boost;
    }
  }

  /** The term at a place of the list. */
  term(place: number): number {
    return this.#terms[place];
  }

  /** Multiplies the boost at a place of the list. */
  scale(place: number, factor: number): void {
    this.#boosts[place] *= factor;
  }

  /** The collected terms and boosts as parallel lists; begins anew. */
  take(): { terms: number[]; boosts: number[] } {
    const taken = { terms: this.#terms, boosts: this.#boosts };
    for (const term of this.#terms) this.#places[term] = 0;
    this.#terms = [];
    this.#boosts = [];
    return taken;
  }
}
