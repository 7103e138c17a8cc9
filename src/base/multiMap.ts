/** Several values to a key. Made for keys that nearly always have one value: that one is held without a collection. */
export class MultiMap<V extends object> {
  readonly #values = new Map<string, V | Set<V>>();

  add(key: string, value: V): void {
    const known = this.#values.get(key);
    if (known === undefined) this.#values.set(key, value);
    else if (known instanceof Set) known.add(value);
    else if (known !== value) this.#values.set(key, new Set([known, value]));
  }

  /** Takes a value out; does nothing where it is not there. */
  delete(key: string, value: V): void {
    const known = this.#values.get(key);
    if (known === value) this.#values.delete(key);
    else if (known instanceof Set && known.delete(value) && known.size === 1) this.#values.set(key, [...known][0]);
  }

  count(key: string): number {
    const known = this.#values.get(key);
    return known === undefined ? 0 : known instanceof Set ? known.size : 1;
  }

  /** The values of a key in the order they came in, as an array of its own. */
  get(key: string): V[] {
    const known = this.#values.get(key);
    return known === undefined ? [] : known instanceof Set ? [...known] : [known];
  }

  keys(): IterableIterator<string> {
    return this.#values.keys();
  }
}
