import type { Bodies } from './bodies';
import type { Body } from './body';
import type { Pack, PackedPlace } from './pack';

/** A pack whose papers can be looked at. */
export class OpenPack {
  readonly #pack: Pack;
  readonly #bodies: Bodies;

  constructor(pack: Pack, bodies: Bodies) {
    this.#pack = pack;
    this.#bodies = bodies;
  }

  place(index: number): PackedPlace {
    return { pack: this.#pack, index };
  }

  row(index: number): string {
    return this.#pack.rows[index];
  }

  hash(index: number): number {
    return this.#pack.hashes[index];
  }

  body(index: number): Body {
    return this.#bodies.of(this.#pack, index);
  }
}
