import { inBackground } from '../base/inBackground';
import type { FollowedFile } from './selection';
import type { Waiting } from './waiting';

/** How many large files are read at a time. */
const AT_ONCE = 2;

/** A file that was read. */
export interface Finished<F, R> {
  readonly id: string;
  readonly next: Waiting<F>;
  readonly reading: R;
}

/** How long readings are done. */
export interface LongReadingParts<F, R> {
  /** Reads a file; never rejects. */
  readonly read: (id: string, next: Waiting<F>, signal: AbortSignal) => Promise<R>;
  /** A file was read, and is to be taken. */
  readonly finished: () => void;
  /** What was being read is not wanted any more, and has been read nevertheless. */
  readonly dropped: (file: F) => void;
  /** As `FactKind.during`. */
  readonly during?: (work: (signal: AbortSignal) => Promise<void>) => Promise<void>;
}

/**
 * The readings of large files, which go on beside the updates, so that no other file waits for them. Those of one file follow one
 * another; a file that is touched several times while it waits is read once.
 */
export class LongReadings<F extends FollowedFile, R> {
  readonly #parts: LongReadingParts<F, R>;
  readonly #waiting = new Map<string, LongReading<F>>();
  readonly #underWay = new Map<string, LongReading<F>>();
  #finished: Finished<F, R>[] = [];
  /** Ends what shows that there is something to do. */
  #end: (() => void) | undefined;

  constructor(parts: LongReadingParts<F, R>) {
    this.#parts = parts;
  }

  /** Whether nothing is to be read or taken. */
  get isEmpty(): boolean {
    return this.#waiting.size + this.#underWay.size + this.#finished.length === 0;
  }

  /** The file that is being read or waits; undefined where that is none of an identity. */
  file(id: string): F | undefined {
    return (this.#waiting.get(id) ?? this.#underWay.get(id))?.next.file;
  }

  /** Resolves when all has been read that is to be read now. */
  get settled(): Promise<unknown> {
    return Promise.all([...this.#waiting.values(), ...this.#underWay.values()].map(({ done }) => done));
  }

  /** Has a file read, after what is being read of it now. */
  add(id: string, next: Waiting<F>): void {
    const waiting = this.#waiting.get(id);
    if (waiting) waiting.next = next;
    else this.#waiting.set(id, new LongReading(next));
    this.#begin();
    this.#readOn();
  }

  /** What has been read since this was last asked. */
  take(): Finished<F, R>[] {
    return this.#finished.splice(0);
  }

  /** A file is not wanted any more, nor what is being read of it. */
  drop(id: string): void {
    this.#waiting.get(id)?.drop();
    this.#waiting.delete(id);
    this.#underWay.get(id)?.drop();
    this.#finished = this.#finished.filter((finished) => finished.id !== id);
    this.#endIfDone();
  }

  #begin(): void {
    if (this.#end || !this.#parts.during) return;
    const done = new Promise<void>((resolve) => (this.#end = resolve));
    inBackground(
      this.#parts.during((stop) => {
        const stopAll = () => {
          for (const reading of [...this.#underWay.values(), ...this.#waiting.values()]) reading.abort.abort();
        };
        if (stop.aborted) stopAll();
        stop.addEventListener('abort', stopAll);
        return done;
      }),
    );
  }

  #readOn(): void {
    for (const [id, reading] of this.#waiting) {
      if (this.#underWay.size === AT_ONCE) return;
      if (this.#underWay.has(id)) continue;
      this.#waiting.delete(id);
      this.#underWay.set(id, reading);
      inBackground(this.#read(id, reading));
    }
  }

  async #read(id: string, reading: LongReading<F>): Promise<void> {
    const { next, abort } = reading;
    const read = await this.#parts.read(id, next, abort.signal);
    this.#underWay.delete(id);
    if (reading.isDropped) this.#parts.dropped(next.file);
    else {
      this.#finished.push({ id, next, reading: read });
      this.#parts.finished();
    }
    reading.resolve();
    this.#readOn();
    this.#endIfDone();
  }

  #endIfDone(): void {
    if (this.#waiting.size + this.#underWay.size > 0) return;
    this.#end?.();
    this.#end = undefined;
  }

  dispose(): void {
    for (const id of [...this.#waiting.keys(), ...this.#underWay.keys()]) this.drop(id);
  }
}

/** One reading that is to be done. */
class LongReading<F> {
  readonly abort = new AbortController();
  readonly done: Promise<void>;
  resolve: () => void = () => {};
  isDropped = false;

  constructor(public next: Waiting<F>) {
    this.done = new Promise((resolve) => (this.resolve = resolve));
  }

  drop(): void {
    this.isDropped = true;
    this.abort.abort();
    this.resolve();
  }
}
