import type { Slot } from './protocol';

/** Gives each citekey a number of its own, for good: a number once given never names another paper. */
export class SlotTable {
  readonly #slots = new Map<string, Slot>();
  readonly #ids: string[] = [];

  /** Number of slots given. */
  get size(): number {
    return this.#ids.length;
  }

  /** The slot of a citekey, a new one where it has none yet. */
  slot(id: string): Slot {
    const known = this.#slots.get(id);
    if (known !== undefined) return known;
    this.#slots.set(id, this.#ids.length);
    return this.#ids.push(id) - 1;
  }

  /** The slot of a citekey that has one. */
  find(id: string): Slot | undefined {
    return this.#slots.get(id);
  }

  id(slot: Slot): string {
    return this.#ids[slot];
  }
}
