import type { Clock } from '../../base/clock';

/** Why a reading was ended; `stopped`: its thread was ended by others, again and again. */
export type ReadingEnd = 'too-slow' | 'too-demanding' | 'stopped';

/** A reading was ended so that others can go on. */
export class ReadingEnded extends Error {
  override readonly name = 'ReadingEnded';

  constructor(readonly end: ReadingEnd) {
    super(end);
  }
}

/** How long a reading may be without progress, in milliseconds. */
const PATIENCE_MS = 30_000;

/** What a thread was asked to read; told from others by being another object. */
export type ReadingTurn = object;

/**
 * The readings that a thread was asked for, which it does one after another: the first of them is the one under way. It is to
 * blame where the thread dies, or makes no progress.
 */
export class ReadingLine {
  readonly #clock: Clock;
  readonly #end: () => void;
  readonly #line: ReadingTurn[] = [];
  #stopWatching: (() => void) | undefined;
  #culprit: ReadingTurn | undefined;
  #isSlow = false;

  /** @param end ends the thread: what it was asked for then rejects */
  constructor(clock: Clock, end: () => void) {
    this.#clock = clock;
    this.#end = end;
  }

  enter(turn: ReadingTurn): void {
    this.#line.push(turn);
    if (this.#line.length === 1) this.#watch();
  }

  /** The thread goes on with a reading, which may take as long again from now. */
  progress(turn: ReadingTurn): void {
    if (this.#line[0] === turn) this.#watch();
  }

  leave(turn: ReadingTurn): void {
    const at = this.#line.indexOf(turn);
    if (at >= 0) this.#line.splice(at, 1);
    if (at === 0) this.#watch();
  }

  /** Whether a reading is what the thread died of; to be asked when it died, before the reading leaves the line. */
  isToBlame(turn: ReadingTurn): boolean {
    this.#culprit ??= this.#line[0];
    return this.#culprit === turn;
  }

  /** Whether the thread was ended because a reading made no progress. */
  get isSlow(): boolean {
    return this.#isSlow;
  }

  #watch(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
    const [first] = this.#line;
    if (first === undefined || this.#culprit !== undefined) return;
    this.#stopWatching = this.#clock.after(PATIENCE_MS, () => {
      this.#culprit = first;
      this.#isSlow = true;
      this.#end();
    });
  }
}
