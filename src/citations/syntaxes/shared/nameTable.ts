/** What has a name. */
export interface Named {
  readonly name: string;
}

/**
 * What is known of the names in a text, each made known when it is first met. It is found by the characters of the name as they stand in
 * the text: making a string of each name, and the hash of that, would take longer than all else that is done with most of them.
 */
export class NameTable<T extends Named> {
  readonly #text: string;
  readonly #make: (name: string) => T;
  readonly #byName = new Map<string, T>();
  /** Those met last of each hash. */
  readonly #byHash = new Map<number, T>();

  constructor(text: string, make: (name: string) => T) {
    this.#text = text;
    this.#make = make;
  }

  /** What is known of the name between two offsets. */
  between(start: number, end: number): T {
    const text = this.#text;
    let hash = 0;
    for (let at = start; at < end; at++) hash = (hash * 31 + text.charCodeAt(at)) & 0x3fffffff;
    const last = this.#byHash.get(hash);
    if (last?.name.length === end - start && text.startsWith(last.name, start)) return last;
    const name = text.slice(start, end);
    const known = this.#byName.get(name) ?? this.#make(name);
    this.#byName.set(name, known);
    this.#byHash.set(hash, known);
    return known;
  }
}
