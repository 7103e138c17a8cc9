/** A stack of yes and no, a byte each, so that a million unclosed brackets take little room. */
export class Flags {
  #bytes = new Uint8Array(64);
  #count = 0;

  push(flag: boolean): void {
    if (this.#count === this.#bytes.length) {
      const longer = new Uint8Array(4 * this.#count);
      longer.set(this.#bytes);
      this.#bytes = longer;
    }
    this.#bytes[this.#count++] = flag ? 1 : 0;
  }

  /** The one that was pushed last; undefined where none is left. */
  pop(): boolean | undefined {
    return this.#count === 0 ? undefined : this.#bytes[--this.#count] === 1;
  }
}
