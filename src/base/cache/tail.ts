import type { ByteSource, Checksum, StoredFile } from './storedFile';

/** Bytes that are looked at together. */
const PIECE_BYTES = 1 << 20;

/** Where a tail is in its file, and its checksum where it is still to be checked. */
export interface TailPlace {
  readonly start: number;
  readonly length: number;
  readonly sum?: number;
}

/** How damage is found, and what happens then. */
export interface DamageCheck {
  readonly checksum: Checksum;
  /** Called when bytes are asked for that are damaged; must not return. */
  readonly onDamage: () => never;
}

/** The end of a cache file, which stays in the file until it is needed; the file is to stay open. */
export class Tail implements ByteSource {
  readonly length: number;
  readonly #file: StoredFile;
  readonly #start: number;
  readonly #damage: DamageCheck;
  /** Undefined once it is known that the bytes have it. */
  #sum: number | undefined;

  constructor(file: StoredFile, { start, length, sum }: TailPlace, damage: DamageCheck) {
    this.length = length;
    this.#file = file;
    this.#start = start;
    this.#sum = sum;
    this.#damage = damage;
  }

  read(position: number, length: number): Uint8Array {
    if (this.#sum !== undefined) this.#check(this.#sum);
    return this.#read(position, length);
  }

  close(): void {
    this.#file.close();
  }

  #check(expected: number): void {
    let sum = 0;
    for (let at = 0; at < this.length; at += PIECE_BYTES) {
      sum = this.#damage.checksum(this.#read(at, Math.min(PIECE_BYTES, this.length - at)), sum);
    }
    if (sum !== expected) this.#damage.onDamage();
    this.#sum = undefined;
  }

  #read(position: number, length: number): Uint8Array {
    const bytes = this.#file.read(this.#start + position, length);
    return bytes.length === length ? bytes : this.#damage.onDamage();
  }
}
