import { allocationSize } from '../../base/allocation';

/** An array of unsigned 32-bit numbers that grows at its end. */
export class GrowingUint32 {
  #array: Uint32Array;
  length = 0;

  constructor(capacity = 1024) {
    this.#array = new Uint32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.#array.length) this.#array = enlarged(this.#array, this.length + 1);
    this.#array[this.length++] = value;
  }

  at(index: number): number {
    return this.#array[index];
  }

  set(index: number, value: number): void {
    this.#array[index] = value;
  }

  /** The numbers as they are now, without a copy; a later `push` may leave the view behind. */
  view(): Uint32Array {
    return this.#array.subarray(0, this.length);
  }
}

/** The same numbers in an array of at least this length, and of at least twice the length of the old one. */
export function enlarged<A extends Uint8Array | Uint16Array | Int16Array | Uint32Array | Int32Array | Float64Array>(
  array: A,
  length: number,
): A {
  if (length <= array.length) return array;
  const size = array.BYTES_PER_ELEMENT;
  const room = allocationSize(size * Math.max(length, array.length * 2)) / size;
  const larger = new (array.constructor as new (length: number) => A)(room);
  larger.set(array);
  return larger;
}
