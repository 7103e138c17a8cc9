import type { Decompress } from '../../base/compression';
import type { Body } from './body';
import type { Pack } from './pack';

/** Packs whose bodies are kept decompressed: papers are mostly looked at in their order. */
const KEPT_OPEN = 2;

/** Reads papers out of packs. */
export class PackReader {
  readonly #decompress: Decompress;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #open: { readonly pack: Pack; readonly bodies: readonly Body[] }[] = [];
  /** The row read last: most who read one field of a paper read another one next. */
  #last: { readonly pack: Pack; readonly index: number; readonly row: string } | undefined;

  constructor(decompress: Decompress) {
    this.#decompress = decompress;
  }

  /** The short fields of a paper, by its position in the pack. */
  row(pack: Pack, index: number): string {
    if (this.#last?.index !== index || this.#last.pack !== pack) {
      const bytes = pack.rows.subarray(index === 0 ? 0 : pack.rowEnds[index - 1], pack.rowEnds[index]);
      this.#last = { pack, index, row: this.#decoder.decode(bytes) };
    }
    return this.#last.row;
  }

  /** The body of a paper, by its position in the pack. */
  body(pack: Pack, index: number): Body {
    return (this.#open.find((open) => open.pack === pack) ?? this.#opened(pack)).bodies[index];
  }

  #opened(pack: Pack) {
    const json = pack.isCompressed ? this.#decompress(pack.bodies) : pack.bodies;
    const bodies = JSON.parse(this.#decoder.decode(json)) as Body[];
    const open = { pack, bodies };
    this.#open = [open, ...this.#open].slice(0, KEPT_OPEN);
    return open;
  }
}
