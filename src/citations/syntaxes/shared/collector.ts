import { MOST_ITEMS, type FoundCitation } from '../../syntax';

/** Collects what a scan finds, up to as many items as a finder may find. */
export class Collector {
  readonly found: FoundCitation[] = [];
  #items = 0;

  /**
   * Whether enough is found. Those who scan are told by a function: a getter in an object of its own makes V8 make a hidden class
   * of its own, which keeps alive all that the scan has found until all garbage is collected.
   */
  get isDone(): boolean {
    return this.#items >= MOST_ITEMS;
  }

  add(citation: FoundCitation): void {
    this.#items += citation.items.length;
    this.found.push(citation);
  }
}
