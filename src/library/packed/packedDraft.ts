import type { Range } from '../../base/position';
import type { CslName } from '../csl';
import type { Draft, SourceRecord } from '../entry';
import { recordOf, type Body } from './body';
import type { OpenPack } from './openPack';
import type { PackedPlace } from './pack';
import { PLACE, type Places } from './places';
import { rowList, rowNames, rowNumber, rowText } from './row';

/**
 * A paper of a pack. Its fields and its place are read out of the pack and the places when they are asked for, and not kept:
 * there may be 100,000 of them.
 */
export class PackedDraft implements Draft {
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
  movedTo(places: Places, at: number): PackedDraft {
    const [now, before] = [PLACE * at, PLACE * this.#at];
    for (let i = 0; i < PLACE; i++) {
      if (places[now + i] !== this.#places[before + i]) return new PackedDraft(this.#pack, this.#index, places, at);
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
    return rowText(this.#row, 'statedKey');
  }

  get aliases(): readonly string[] {
    return rowList(this.#row, 'aliases');
  }

  get type(): string {
    return rowText(this.#row, 'type') ?? '';
  }

  get title(): string {
    return rowText(this.#row, 'title') ?? '';
  }

  get authors(): readonly CslName[] {
    return rowNames(this.#row, 'authors');
  }

  get moreAuthors(): boolean | undefined {
    return rowText(this.#row, 'moreAuthors') === undefined ? undefined : true;
  }

  get year(): number | undefined {
    return rowNumber(this.#row, 'year');
  }

  get venue(): string | undefined {
    return rowText(this.#row, 'venue');
  }

  get keywords(): readonly string[] {
    return rowList(this.#row, 'keywords');
  }

  get doi(): string | undefined {
    return rowText(this.#row, 'doi');
  }

  get arxiv(): string | undefined {
    return rowText(this.#row, 'arxiv');
  }

  get language(): string | undefined {
    return rowText(this.#row, 'language');
  }

  get abstract(): string | undefined {
    return this.#body.abstract;
  }

  get url(): string | undefined {
    return this.#body.url;
  }

  get record(): SourceRecord {
    return recordOf(this.#body);
  }

  get #row(): string {
    return this.#pack.row(this.#index);
  }

  get #body(): Body {
    return this.#pack.body(this.#index);
  }
}
