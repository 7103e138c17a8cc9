import type { Body } from './body';
import type { Pack } from './pack';

/** Undoes what packs were made smaller with. */
export type Inflate = (bytes: Uint8Array) => Uint8Array;

/** Packs whose bodies are kept decompressed: papers are mostly looked at in their order. */
const KEPT_OPEN = 2;

/** Gives the bodies of packs. */
export class Bodies {
  readonly #inflate: Inflate;
  #open: { readonly pack: Pack; readonly bodies: readonly Body[] }[] = [];

  constructor(inflate: Inflate) {
    this.#inflate = inflate;
  }

  of(pack: Pack, index: number): Body {
    return (this.#open.find((open) => open.pack === pack) ?? this.#opened(pack)).bodies[index];
  }

  #opened(pack: Pack) {
    const json = pack.isDeflated ? this.#inflate(pack.bodies) : pack.bodies;
    const bodies = JSON.parse(new TextDecoder().decode(json)) as Body[];
    const open = { pack, bodies };
    this.#open = [open, ...this.#open].slice(0, KEPT_OPEN);
    return open;
  }
}
