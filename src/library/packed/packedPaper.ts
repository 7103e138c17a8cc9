import type { Range } from '../../base/position';
import type { CslName } from '../model/csl';
import type { Paper, SourceRecord } from '../model/entry';
import { abstractOf, recordOf } from './body';
import type { OpenPack } from './openPack';
import type { PackedPlace } from './pack';
import { PLACE, type Places } from './places';

/**
 * A paper of a pack. Its fields and its place are read out of the pack and the places when they are asked for, and not kept:
 * there may be 100,000 of them.
 */
export class PackedPaper implements Paper {
  readonly #pack: OpenPack;
  readonly #index: number;
  readonly #places: Places;
  readonly #at: number;

  /**
   * @param index the paper's position in the pack
   * @param at the paper's position among all of its source, whose `places` are given
   */
  constructor(pack: OpenPack, index: number, places: Places, at: number) {
    this.#pack = pack;
    this.#index = index;
    this.#places = places;
    this.#at = at;
  }

  /** The same paper where it stands now; the same object where it stands as before. */
  movedTo(places: Places, at: number): PackedPaper {
    const [now, before] = [PLACE * at, PLACE * this.#at];
    for (let i = 0; i < PLACE; i++) {
      if (places[now + i] !== this.#places[before + i]) return new PackedPaper(this.#pack, this.#index, places, at);
    }
    return this;
  }

  get range(): Range {
    const at = PLACE * this.#at;
    return {
      start: { line: this.#places[at], character: this.#places[at + 1] },
      end: { line: this.#places[at + 2], character: this.#places[at + 3] },
    };
  }

  get packed(): PackedPlace {
    return this.#pack.place(this.#index);
  }

  get contentHash(): number {
    return this.#pack.hash(this.#index);
  }

  get statedKey(): string | undefined {
    return this.#pack.statedKey(this.#index);
  }

  get aliases(): readonly string[] {
    return this.#pack.aliases(this.#index);
  }

  get type(): string {
    return this.#pack.text(this.#index, 'type') ?? '';
  }

  get title(): string {
    return this.#pack.text(this.#index, 'title') ?? '';
  }

  get authors(): readonly CslName[] {
    return this.#pack.names(this.#index, 'authors');
  }

  get moreAuthors(): boolean | undefined {
    return this.#pack.text(this.#index, 'moreAuthors') === undefined ? undefined : true;
  }

  get year(): number | undefined {
    return this.#pack.number(this.#index, 'year');
  }

  get venue(): string | undefined {
    return this.#pack.text(this.#index, 'venue');
  }

  get keywords(): readonly string[] {
    return this.#pack.list(this.#index, 'keywords');
  }

  get doi(): string | undefined {
    return this.#pack.text(this.#index, 'doi');
  }

  get arxiv(): string | undefined {
    return this.#pack.text(this.#index, 'arxiv');
  }

  get language(): string | undefined {
    return this.#pack.text(this.#index, 'language');
  }

  get abstract(): string | undefined {
    return abstractOf(this.#pack.body(this.#index));
  }

  get url(): string | undefined {
    return this.#pack.body(this.#index).url;
  }

  get record(): SourceRecord {
    return recordOf(this.#pack.body(this.#index));
  }
}
