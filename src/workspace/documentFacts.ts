import { inBackground } from '../base/inBackground';
import { type Clock, SYSTEM_CLOCK } from '../base/clock';
import { Cooperation } from '../base/cooperate';
import { UpdateQueue } from '../base/updateQueue';
import type { FactKind } from './factKind';
import { FactReader, type FactReading } from './factReader';
import { FactReadings } from './factReadings';
import { ChangeGatherer, type FactsChange } from './factsChange';
import type { FileChanges, FileEvents, FileFollower } from './fileChanges';
import { type FileLog, type Files, identityOf, type ScopeChange } from './files';
import type { FollowedFile, Selection } from './selection';
import { Settling } from './settling';
import { isAtOrIn } from './uri';
import type { Waiting } from './waiting';

/** What following files takes. */
export interface FollowingParts {
  readonly files: Files;
  readonly changes: FileChanges;
  readonly log: FileLog;
  readonly clock?: Clock;
}

type Listener<F extends FollowedFile> = (change: FactsChange<F>) => void | Promise<void>;

/** The settings by which users hide files. */
const HIDING_SETTINGS = ['files.exclude', 'search.exclude'];

/**
 * What the files of a workspace say, each read as one fact and kept up to date: with the files, with what is typed into open
 * editors, with the folders, settings and trust that decide which files there are. Updates run one after another; whatever
 * happens during one is the next one. Large files are read beside them. Nothing is read or watched before `start` or `all`.
 */
export class DocumentFacts<T, F extends FollowedFile = FollowedFile> implements FileFollower {
  readonly #parts: FollowingParts;
  readonly #clock: Clock;
  readonly #kind: FactKind<T, F>;
  readonly #reader: FactReader<T, F>;
  readonly #settling: Settling;
  readonly #queue = new UpdateQueue((superseded) => this.#update(superseded));
  readonly #readings: FactReadings<T, F>;
  readonly #listeners = new Set<Listener<F>>();
  /** All by the identities of their files. */
  readonly #facts = new Map<string, T>();
  #followed = new Map<string, F>();
  /** What happened since the last update. */
  readonly #told: FileEvents[] = [];
  #selection: Selection<F> | undefined;
  /** Whether the next update looks for all files, and reads all that it finds. */
  #wantsLook = false;
  #wantsAll = false;
  /** Whether all files were looked for, and what was found is told as whole when the large ones have been read, too. */
  #isLooked = false;
  #unsubscribe: (() => void) | undefined;
  #unwatch: (() => void) | undefined;
  #isDisposed = false;

  constructor(kind: FactKind<T, F>, parts: FollowingParts) {
    this.#kind = kind;
    this.#parts = parts;
    this.#clock = parts.clock ?? SYSTEM_CLOCK;
    this.#settling = new Settling(this.#clock);
    this.#reader = new FactReader(kind, parts.files, parts.log);
    this.#readings = new FactReadings({
      kind,
      reader: this.#reader,
      clock: this.#clock,
      id: (uri) => this.#id(uri),
      before: (id) => this.#facts.get(id),
      file: (uri) => this.file(uri),
      take: (...read) => this.#takeRead(...read),
      finished: () => inBackground(this.#queue.update()),
    });
  }

  /** Listens to updates; the next one waits for what a listener does. Returns how to stop that. */
  onDidChange(listener: Listener<F>): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Looks for the files, reads them and follows them from now on. Resolves when they have been read. */
  start(): Promise<void> {
    if (this.#unsubscribe) return this.settled;
    this.#unsubscribe = this.#parts.changes.subscribe(this);
    return this.look();
  }

  /** Resolves when what has been told so far has been taken in. */
  get settled(): Promise<void> {
    return this.#settle(this.#queue.settled);
  }

  /** Waits for an update, and for the large files that it found. */
  #settle(update: Promise<void>): Promise<void> {
    return this.#readings.settle(update, () => this.#queue.settled);
  }

  /** The facts by URI; the first who asks has them read. */
  async all(): Promise<ReadonlyMap<string, T>> {
    await this.start();
    return new Map([...this.#facts].map(([id, fact]) => [this.#followed.get(id)!.uri, fact]));
  }

  /** What a file says, as far as it has been read. */
  get(uri: string): T | undefined {
    return this.#facts.get(this.#id(uri));
  }

  /** URIs of the files that have facts. */
  uris(): readonly string[] {
    return [...this.#facts.keys()].map((id) => this.#followed.get(id)!.uri);
  }

  /** Whether no file has a fact, nor is being read that may have one. */
  get isEmpty(): boolean {
    return this.#facts.size === 0 && this.#readings.isLongDone;
  }

  /** A file that has a fact, as the selection gave it. */
  file(uri: string): F | undefined {
    const id = this.#id(uri);
    return this.#facts.has(id) ? this.#followed.get(id) : undefined;
  }

  /** Looks for the files anew: new ones are read, those that are gone are forgotten. */
  look(): Promise<void> {
    if (!this.#unsubscribe) return Promise.resolve();
    this.#wantsLook = true;
    // What is being looked for, or waits to be read, may not be wanted any more.
    return this.#settle(this.#queue.supersede());
  }

  /** Looks for the files anew and reads them all. */
  reload(): Promise<void> {
    this.#wantsAll = true;
    return this.#unsubscribe ? this.look() : this.start();
  }

  /** Reads a file now, before anybody tells of it. */
  take(uri: string): Promise<void> {
    this.#told.push({ touched: [uri], deleted: [], typed: [] });
    return this.#settle(this.#queue.update());
  }

  follow(events: FileEvents): void {
    // Thousands of events are looked at in the update, which lets others run in between.
    this.#told.push(events);
    inBackground(this.#queue.update());
  }

  rescope(change: ScopeChange): void {
    const sections = [...HIDING_SETTINGS, ...(this.#kind.settings ?? [])];
    if (typeof change === 'string' || sections.some((section) => change.affects(section))) inBackground(this.look());
  }

  /** Has the files read that events are about. */
  async #takeTold({ touched, deleted, typed, isMeant = false, isPartial }: FileEvents): Promise<void> {
    const cooperation = new Cooperation(this.#clock);
    this.#wantsLook ||= isPartial === true;
    const gone = new Set(deleted);
    for (const file of deleted.length > 0 ? this.#followed.values() : []) {
      if (isAtOrIn(gone, file.uri)) {
        this.#readings.wait(file, isMeant);
        // A folder that was renamed is told as gone and new; only a look at all files finds what is in the new one.
        this.#wantsLook ||= !gone.has(file.uri);
      }
      await cooperation.yieldIfDue();
    }
    for (const uri of [...touched, ...typed.filter((one) => this.#reader.isTyped(one))]) {
      const file = this.#selection?.match(uri);
      if (file) this.#readings.wait(file, false);
      await cooperation.yieldIfDue();
    }
  }

  async #update(superseded: AbortSignal): Promise<void> {
    if (this.#isDisposed) return;
    const gatherer = new ChangeGatherer<F>();
    try {
      for (const events of this.#told.splice(0)) await this.#takeTold(events);
      if (this.#wantsLook) this.#isLooked = await this.#lookForAll(gatherer, superseded);
      await this.#readings.read(gatherer, superseded);
      const isWhole = this.#isLooked && !superseded.aborted && this.#readings.isLongDone;
      if (isWhole) this.#isLooked = false;
      const change = gatherer.change(isWhole);
      if (this.#isDisposed || !change) return;
      for (const listener of this.#listeners) await listener(change);
    } catch (error) {
      this.#parts.log.error('Following files', error);
    }
  }

  /** Finds the files; false where another update looks again. */
  async #lookForAll(gatherer: ChangeGatherer<F>, superseded: AbortSignal): Promise<boolean> {
    const wantsAll = this.#wantsAll;
    this.#wantsLook = this.#wantsAll = false;
    this.#selection = this.#kind.select();
    this.#unwatch?.();
    this.#unwatch = this.#parts.changes.watchAlso(this.#selection.watched);
    const found = await this.#selection.find(superseded);
    if (superseded.aborted) {
      this.#wantsAll ||= wantsAll;
      return false;
    }
    this.#takeFound(found, wantsAll, gatherer);
    return true;
  }

  #takeFound(found: readonly F[], wantsAll: boolean, gatherer: ChangeGatherer<F>): void {
    const before = this.#followed;
    const missed = new Map(before);
    this.#followed = new Map();
    for (const file of found) {
      const id = this.#id(file.uri);
      if (this.#followed.has(id)) continue;
      const known = before.get(id);
      // Until it has been read under its new name, a file keeps what it was.
      this.#followed.set(id, known ?? file);
      missed.delete(id);
      if (wantsAll || !isEqual(known ?? this.#readings.longFile(id), file)) this.#readings.wait(file, true);
    }
    for (const [id, { uri }] of missed) {
      this.#readings.drop(id);
      this.#forget(id, uri, gatherer);
    }
  }

  #takeRead(
    id: string,
    { file, isSettled }: Waiting<F>,
    { fact, isMissing }: FactReading<T>,
    gatherer: ChangeGatherer<F>,
  ): void {
    if (this.#isDisposed) return;
    const before = this.#facts.get(id);
    if (!isSettled && before !== undefined && this.#kind.isDoubtful?.(before, fact)) {
      return this.#settling.wait(id, () => {
        this.#readings.wait(file, true);
        inBackground(this.#queue.update());
      });
    }
    this.#settling.cancel(id);
    const known = this.#followed.get(id);
    if (fact === undefined || (known && known.uri !== file.uri)) this.#forget(id, known?.uri ?? file.uri, gatherer);
    if (!isMissing || fact !== undefined) this.#followed.set(id, file);
    if (fact === undefined) return;
    this.#facts.set(id, fact);
    const isSame = before !== undefined && isEqual(known, file) && this.#kind.isSame?.(before, fact) === true;
    if (!isSame) gatherer.changed(file);
  }

  /** The file is followed no more, or says nothing any more. */
  #forget(id: string, uri: string, gatherer: ChangeGatherer<F>): void {
    this.#followed.delete(id);
    this.#readings.unwait(id);
    this.#settling.cancel(id);
    this.#kind.forgotten?.(uri);
    if (this.#facts.delete(id)) gatherer.gone(uri);
  }

  #id(uri: string): string {
    return identityOf(this.#parts.files, uri);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#unsubscribe?.();
    this.#unwatch?.();
    this.#settling.dispose();
    this.#readings.dispose();
    this.#listeners.clear();
  }
}

/** Whether two files are followed in the same way: they are plain data. */
function isEqual<F extends FollowedFile>(one: F | undefined, other: F): boolean {
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other);
}
