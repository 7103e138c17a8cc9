/** Numbers in a row: the two of the pair, and what stands for it. */
const ROW = 3;

/** What stands for pairs of numbers from 0 on. Open addressing: a pair costs no object. */
export class PairTable {
  /** Rows by hash; the first number is plus one, 0 where there is no pair. */
  #rows = new Int32Array(16_384 * ROW);
  #size = 0;

  /** What stands for a pair, or -1. */
  get(first: number, second: number): number {
    const rows = this.#rows;
    const row = rowOf(rows, first, second);
    return rows[row] === 0 ? -1 : rows[row + 2];
  }

  /** What stands for a pair: where it has not been there yet, `value`. */
  learn(first: number, second: number, value: number): number {
    const row = rowOf(this.#rows, first, second);
    if (this.#rows[row] !== 0) return this.#rows[row + 2];
    put(this.#rows, row, first, second, value);
    if (++this.#size * ROW * 2 > this.#rows.length) this.#grow();
    return value;
  }

  #grow(): void {
    const old = this.#rows;
    const rows = new Int32Array(old.length * 4);
    for (let row = 0; row < old.length; row += ROW) {
      if (old[row] === 0) continue;
      const first = old[row] - 1;
      put(rows, rowOf(rows, first, old[row + 1]), first, old[row + 1], old[row + 2]);
    }
    this.#rows = rows;
  }
}

/** The row of a pair, or the empty one where it would be. */
function rowOf(rows: Int32Array, first: number, second: number): number {
  const mask = rows.length / ROW - 1;
  let hash = Math.imul(first + 1, 0x9e3779b1) ^ Math.imul(second + 1, 0x85ebca77);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae3d);
  let place = (hash ^ (hash >>> 13)) & mask;
  while (rows[place * ROW] !== 0 && (rows[place * ROW] !== first + 1 || rows[place * ROW + 1] !== second)) {
    place = (place + 1) & mask;
  }
  return place * ROW;
}

function put(rows: Int32Array, row: number, first: number, second: number, value: number): void {
  rows[row] = first + 1;
  rows[row + 1] = second;
  rows[row + 2] = value;
}
