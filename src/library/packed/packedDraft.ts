import type { Range } from '../../base/position';
import type { CslName } from '../csl';
import type { Draft, SourceRecord } from '../entry';
import { recordOf, type Body } from './body';
import type { Bodies, Pack, PackedPlace } from './pack';
import { PLACE, type Places } from './places';
import { rowList, rowNames, rowNumber, rowText } from './row';

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

/**
 * A paper of a pack. Its fields are read out of the pack when they are asked for, and not kept; its place is kept as
 * numbers, as there may be 100,000 of them.
 */
export class PackedDraft implements Draft {
  readonly #pack: OpenPack;
  readonly #index: number;
  readonly #startLine: number;
  readonly #startCharacter: number;
  readonly #endLine: number;
  readonly #endCharacter: number;

  /**
   * @param index the paper's position in the pack
   * @param at the paper's position among all of its source, whose `places` are given
   */
  constructor(pack: OpenPack, index: number, places: Places, at: number) {
    this.#pack = pack;
    this.#index = index;
    this.#startLine = places[PLACE * at];
    this.#startCharacter = places[PLACE * at + 1];
    this.#endLine = places[PLACE * at + 2];
    this.#endCharacter = places[PLACE * at + 3];
  }

  /** The same paper where it stands now; the same object where it stands as before. */
  movedTo(places: Places, at: number): PackedDraft {
    const stays =
      places[PLACE * at] === this.#startLine &&
      places[PLACE * at + 1] === this.#startCharacter &&
      places[PLACE * at + 2] === this.#endLine &&
      places[PLACE * at + 3] === this.#endCharacter;
    return stays ? this : new PackedDraft(this.#pack, this.#index, places, at);
  }

  get range(): Range {
    return {
      start: { line: this.#startLine, character: this.#startCharacter },
      end: { line: this.#endLine, character: this.#endCharacter },
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
