import type { PaperField } from '../model/fields';
import { bodyValue, type Body } from './body';
import type { Pack, PackedPlace } from './pack';
import type { PackReader } from './packReader';
import { readRow, unpackValue } from './values';

/** A pack whose papers can be looked at. */
export class OpenPack {
  readonly #pack: Pack;
  readonly #reader: PackReader;

  constructor(pack: Pack, reader: PackReader) {
    this.#pack = pack;
    this.#reader = reader;
  }

  place(index: number): PackedPlace {
    return { pack: this.#pack, index };
  }

  statedKey(index: number): string | undefined {
    return this.#pack.keys[index];
  }

  hash(index: number): number {
    return this.#pack.hashes[index];
  }

  /** The value of a field of a paper. */
  value(index: number, field: PaperField): unknown {
    return unpackValue(this.#packed(index, field), field);
  }

  body(index: number): Body {
    return this.#reader.body(this.#pack, index);
  }

  #packed(index: number, { stored, place }: PaperField): unknown {
    switch (stored) {
      case 'apart':
        return this.#pack.apart.get(index)?.at(place);
      case 'row':
        return readRow(this.#reader.row(this.#pack, index), place);
      case 'body':
        return bodyValue(this.body(index), place);
    }
  }
}
