import type { CslName } from '../model/csl';
import type { Body } from './body';
import type { Pack, PackedPlace } from './pack';
import type { PackReader } from './packReader';
import { rowList, rowNames, rowNumber, rowText, type RowField } from './row';

/** The one empty list; thousands of papers share it. */
const NONE: readonly never[] = [];

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

  aliases(index: number): readonly string[] {
    return this.#pack.aliases.get(index) ?? NONE;
  }

  text(index: number, field: RowField): string | undefined {
    return rowText(this.#row(index), field);
  }

  number(index: number, field: RowField): number | undefined {
    return rowNumber(this.#row(index), field);
  }

  list(index: number, field: RowField): readonly string[] {
    return rowList(this.#row(index), field);
  }

  names(index: number, field: RowField): readonly CslName[] {
    return rowNames(this.#row(index), field);
  }

  hash(index: number): number {
    return this.#pack.hashes[index];
  }

  body(index: number): Body {
    return this.#reader.body(this.#pack, index);
  }

  #row(index: number): string {
    return this.#reader.row(this.#pack, index);
  }
}
