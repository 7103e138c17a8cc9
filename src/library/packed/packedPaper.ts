import type { Range } from '../../base/position';
import type { PaperField } from '../model/fields';
import { FieldsOnDemand } from '../model/fieldsOnDemand';
import type { Paper } from '../model/paper';
import type { SourceRecord } from '../model/record';
import type { PaperToken } from '../model/token';
import { recordOf } from './body';
import type { OpenPack } from './openPack';
import type { PackedPlace } from './pack';
import { PLACE, type Places } from './places';

/** A paper of a pack. Its fields and its place are read out of the pack and the places when they are asked for, and not kept. */
export class PackedPaper extends FieldsOnDemand implements Paper {
  readonly #pack: OpenPack;
  readonly #index: number;
  readonly #places: Places;
  readonly #at: number;

  /**
   * @param index the paper's position in the pack
   * @param at the paper's position among all of its source, whose `places` are given
   */
  constructor(pack: OpenPack, index: number, places: Places, at: number) {
    super();
    this.#pack = pack;
    this.#index = index;
    this.#places = places;
    this.#at = at;
  }

  /** Where the paper is packed that a token stands for. */
  static placeOf(token: PaperToken): PackedPlace {
    const paper = token as unknown as PackedPaper;
    return paper.#pack.place(paper.#index);
  }

  /** The same paper where it stands now; the same object where it stands as before. */
  movedTo(places: Places, at: number): PackedPaper {
    const [now, before] = [PLACE * at, PLACE * this.#at];
    for (let i = 0; i < PLACE; i++) {
      if (places[now + i] !== this.#places[before + i]) return new PackedPaper(this.#pack, this.#index, places, at);
    }
    return this;
  }

  protected read(field: PaperField): unknown {
    return this.#pack.value(this.#index, field);
  }

  get range(): Range {
    const at = PLACE * this.#at;
    return {
      start: { line: this.#places[at], character: this.#places[at + 1] },
      end: { line: this.#places[at + 2], character: this.#places[at + 3] },
    };
  }

  get token(): PaperToken {
    return this as unknown as PaperToken;
  }

  get contentHash(): number {
    return this.#pack.hash(this.#index);
  }

  get statedKey(): string | undefined {
    return this.#pack.statedKey(this.#index);
  }

  get record(): SourceRecord {
    return recordOf(this.#pack.body(this.#index));
  }
}
