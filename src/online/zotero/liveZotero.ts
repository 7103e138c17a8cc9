import { BetterBibtex } from './betterBibtex';
import { CollectionAnnotations } from './collectionAnnotations';
import { CollectionInsides } from './collectionInsides';
import type { LocalConnection } from './connection';
import type { FollowedLibrary } from './followed';
import { GivenCitekeys } from './givenCitekeys';
import type { KeptCopy, LiveLibrary, Look } from './liveLibrary';
import { headOf, type Snapshot, type SnapshotHead } from './snapshot';
import { loadAll, loadChanges, type SyncParts } from './sync';

/** Every so many looks what changes without a trace is asked for. */
const THOROUGH_EVERY = 6;

/** A library of Zotero, or a part of one, with a copy that is brought up to date by asking for what changed. */
export class LiveZotero implements LiveLibrary {
  readonly #zotero: LocalConnection;
  readonly #followed: FollowedLibrary;
  readonly #copy: KeptCopy;
  readonly #today: () => Date;
  readonly #annotations: CollectionAnnotations;
  readonly #insides = new CollectionInsides();
  readonly #citekeys = new GivenCitekeys();
  #looks = 0;
  #head: SnapshotHead | undefined;
  #stamp: number | undefined;

  constructor(zotero: LocalConnection, followed: FollowedLibrary, copy: KeptCopy, today = () => new Date()) {
    this.#zotero = zotero;
    this.#followed = followed;
    this.#copy = copy;
    this.#today = today;
    this.#annotations = new CollectionAnnotations(zotero, followed.library);
  }

  async asOf(): Promise<string | undefined> {
    return (await this.#known())?.asOf;
  }

  async look({ isWhole, isThorough = false, signal, progress }: Look): Promise<boolean> {
    const betterBibtex = new BetterBibtex(this.#zotero);
    const parts: SyncParts = {
      zotero: this.#zotero,
      followed: this.#followed,
      betterBibtex,
      annotations: this.#annotations,
      insides: this.#insides,
      citekeys: this.#citekeys,
      isThorough: isThorough || this.#looks % THOROUGH_EVERY === 0,
      today: this.#today,
      progress,
    };
    const before = await this.#known();
    const read = async () => (await this.#copy.read()) ?? new Uint8Array();
    const next = before && !isWhole ? await loadChanges(parts, before, read, signal) : await loadAll(parts, signal);
    if (next) await this.#keep(next);
    this.#looks++;
    return next !== undefined;
  }

  async #keep(snapshot: Snapshot): Promise<void> {
    await this.#copy.write(await snapshot.written());
    this.#head = snapshot.head;
    this.#stamp = await this.#copy.stamp();
    await this.#citekeys.kept(snapshot);
  }

  /** What the copy says of itself; another window may have written it. */
  async #known(): Promise<SnapshotHead | undefined> {
    const stamp = await this.#copy.stamp();
    if (stamp === undefined) return undefined;
    if (stamp === this.#stamp) return this.#head;
    const bytes = await this.#copy.read();
    // The head is the first line.
    this.#head = bytes && headOf(new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(LINE_FEED) + 1)));
    this.#stamp = stamp;
    return this.#head;
  }
}

const LINE_FEED = 10;
