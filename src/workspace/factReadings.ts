import type { Clock } from '../base/clock';
import { Cooperation } from '../base/cooperate';
import type { FactKind } from './factKind';
import type { FactReader, FactReading } from './factReader';
import type { ChangeGatherer } from './factsChange';
import { LongReadings } from './longReadings';
import type { FollowedFile } from './selection';
import { smallFirst, type Waiting } from './waiting';

/** How often files are read again in one update because of what others say; what they say may matter to others. */
const ROUNDS = 3;
const AT_ONCE = 8;

/** What readings need of who keeps the facts. */
export interface FactReadingParts<T, F extends FollowedFile> {
  readonly kind: FactKind<T, F>;
  readonly reader: FactReader<T, F>;
  readonly clock: Clock;
  readonly id: (uri: string) => string;
  /** What is known of a file, by its identity. */
  readonly before: (id: string) => T | undefined;
  readonly file: (uri: string) => F | undefined;
  /** Takes in what was read. */
  readonly take: (id: string, next: Waiting<F>, reading: FactReading<T>, gatherer: ChangeGatherer<F>) => void;
  /** Large files were read, which the next update is to take in. */
  readonly finished: () => void;
}

/** The files that wait to be read, and the order in which that is done: small ones in an update, large ones beside it. */
export class FactReadings<T, F extends FollowedFile> {
  readonly #parts: FactReadingParts<T, F>;
  readonly #long: LongReadings<F, FactReading<T>>;
  #waiting = new Map<string, Waiting<F>>();

  constructor(parts: FactReadingParts<T, F>) {
    this.#parts = parts;
    const { kind, reader } = parts;
    this.#long = new LongReadings({
      read: (id, { file }, signal) => reader.read(file, parts.before(id), signal),
      finished: parts.finished,
      dropped: ({ uri }) => kind.forgotten?.(uri),
      during: kind.during && ((work) => kind.during!(work)),
    });
  }

  /** Whether no large file is being read, waits for that, or is to be taken in. */
  get isLongDone(): boolean {
    return this.#long.isEmpty;
  }

  /** The large file that is being read or waits for that, by its identity. */
  longFile(id: string): F | undefined {
    return this.#long.file(id);
  }

  /** Waits for an update, and for the large files that it found. */
  async settle(update: Promise<void>, latest: () => Promise<void>): Promise<void> {
    await update;
    for (let round = 0; round < ROUNDS && !this.#long.isEmpty; round++) {
      await this.#long.settled;
      await latest();
    }
  }

  /** Has a file read by the next update. */
  wait(file: F, isSettled: boolean, round = 0): void {
    this.#waiting.set(this.#parts.id(file.uri), { file, isSettled, round });
  }

  /** A file needs not be read by the next update. */
  unwait(id: string): void {
    this.#waiting.delete(id);
  }

  /** A file is not wanted any more. */
  drop(id: string): void {
    this.unwait(id);
    this.#long.drop(id);
  }

  /** Takes in the large files that were read since the last update, and reads the small ones that wait. */
  async read(gatherer: ChangeGatherer<F>, superseded: AbortSignal): Promise<void> {
    const finished = this.#long.take();
    for (const { id, next, reading } of finished) this.#parts.take(id, next, reading, gatherer);
    if (finished.length > 0) this.#waitForOutdated(1 + Math.max(...finished.map(({ next }) => next.round)));
    if (this.#waiting.size === 0) return;
    const { kind } = this.#parts;
    const read = (stop: AbortSignal) => this.#readRounds(gatherer, superseded, stop);
    await (kind.during ? kind.during(read) : read(superseded));
  }

  async #readRounds(gatherer: ChangeGatherer<F>, superseded: AbortSignal, stop: AbortSignal): Promise<void> {
    const { kind, reader, before, take, clock } = this.#parts;
    const cooperation = new Cooperation(clock);
    for (let waiting = this.#waiting; waiting.size > 0; waiting = this.#waiting) {
      this.#waiting = new Map();
      const round = [...waiting.values()].reduce((most, next) => Math.max(most, next.round), 0);
      const long = kind.long === undefined ? [] : await this.#setLongAside(waiting, kind.long);
      const readNext = async () => {
        for (const [id, next] of waiting) {
          if (superseded.aborted) return;
          waiting.delete(id);
          take(id, next, await reader.read(next.file, before(id), stop), gatherer);
          await cooperation.yieldIfDue();
        }
      };
      await Promise.all(Array.from({ length: kind.atOnce ?? AT_ONCE }, readNext));
      if (superseded.aborted) {
        // The update that took over reads the rest, where that was not touched again meanwhile.
        this.#waiting = new Map([...waiting, ...long, ...this.#waiting]);
        return;
      }
      for (const [id, next] of long) this.#long.add(id, next);
      this.#waitForOutdated(round + 1);
    }
  }

  /** Takes the large files out and puts the others in the order of their sizes. */
  async #setLongAside(waiting: Map<string, Waiting<F>>, long: number): Promise<Map<string, Waiting<F>>> {
    const sized = await smallFirst(waiting, (uri) => this.#parts.reader.sizeOf(uri));
    const aside = new Map<string, Waiting<F>>();
    waiting.clear();
    for (const { id, next, size } of sized) {
      // What is small now, and is being read as it was before, is read after that.
      const isLong = size >= long || this.#long.file(id) !== undefined;
      (isLong ? aside : waiting).set(id, next);
    }
    return aside;
  }

  /** Has the files read again that say something else because of others; those that are to be read anyway will do so. */
  #waitForOutdated(round: number): void {
    if (round >= ROUNDS) return;
    for (const uri of this.#parts.kind.outdated?.() ?? []) {
      const file = this.#parts.file(uri);
      const id = this.#parts.id(uri);
      if (file && !this.#waiting.has(id) && !this.#long.file(id)) this.wait(file, true, round);
    }
  }

  dispose(): void {
    this.#long.dispose();
  }
}
