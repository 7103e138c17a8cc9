/** Numbers in a row: the two of the pair, and what stands for it. */
const ROW = 3;

/** What stands for pairs of numbers from 0 on. Open addressing: a pair costs no object. */
export class PairTable {
  /** Rows by hash; the first number is plus one, 0 where there is no pair. */
  #rows = new Int32Array(4096 * ROW);
  #size = 0;

  /** What stands for a pair, or -1. */
  get(first: number, second: number): number {
    const row = this.#rowOf(first, second);
    return this.#rows[row] === 0 ? -1 : this.#rows[row + 2];
  }

  /** A pair that is not there yet. */
  add(first: number, second: number, value: number): void {
    if (++this.#size * ROW * 2 > this.#rows.length) this.#grow();
    this.#rows.set([first + 1, second, value], this.#rowOf(first, second));
  }

  /** The row of a pair, or the empty one where it would be. */
  #rowOf(first: number, second: number): number {
    const rows = this.#rows;
    const mask = rows.length / ROW - 1;
    let hash = Math.imul(first + 1, 0x9e3779b1) ^ Math.imul(second + 1, 0x85ebca77);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae3d);
    let place = (hash ^ (hash >>> 13)) & mask;
    while (rows[place * ROW] !== 0 && (rows[place * ROW] !== first + 1 || rows[place * ROW + 1] !== second)) {
      place = (place + 1) & mask;
    }
    return place * ROW;
  }

  #grow(): void {
    const old = this.#rows;
    this.#rows = new Int32Array(old.length * 2);
    for (let row = 0; row < old.length; row += ROW) {
      if (old[row] !== 0) this.#rows.set(old.subarray(row, row + ROW), this.#rowOf(old[row] - 1, old[row + 1]));
    }
  }
}
