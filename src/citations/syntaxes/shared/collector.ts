import { MOST_ITEMS, type FoundCitation } from '../../syntax';

/** Collects what a scan finds, up to as many items as a finder may find. */
export class Collector {
  readonly found: FoundCitation[] = [];
  #items = 0;

  get done(): boolean {
    return this.#items >= MOST_ITEMS;
  }

  add(citation: FoundCitation): void {
    this.#items += citation.items.length;
    this.found.push(citation);
  }
}
