import { inBackground } from './inBackground';
/** Where it is told what could not be written. */
interface Log {
  error(doing: string, error: unknown): void;
}

/** Writes caches a while after they were last asked for, so that what changes often is written once. */
export class DelayedSaves {
  readonly #delay: number;
  readonly #doing: string;
  readonly #log: Log;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  /**
   * @param delay in milliseconds
   * @param doing what failed where a cache cannot be written, for the log
   */
  constructor(delay: number, doing: string, log: Log) {
    this.#delay = delay;
    this.#doing = doing;
    this.#log = log;
  }

  /** Has a cache written in a while, instead of what was to be written under the same name. */
  later(name: string, write: () => Promise<void>): void {
    clearTimeout(this.#timers.get(name));
    const writeNow = async () => {
      this.#timers.delete(name);
      try {
        await write();
      } catch (error) {
        this.#log.error(this.#doing, error);
      }
    };
    this.#timers.set(
      name,
      setTimeout(() => inBackground(writeNow()), this.#delay),
    );
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
