import type { Clock } from '../base/clock';

/** How long a file must stay as it is before it is believed, in milliseconds. */
const SETTLE_MS = 2000;

/**
 * Waits for files that look as if another program is in the middle of writing them: shrunk to nothing, vanished, or
 * ending inside an entry. A file that is touched again waits anew.
 */
export class Settling {
  readonly #clock: Clock;
  readonly #stops = new Map<string, () => void>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Calls `settled` when the file has not been touched for a while. */
  wait(id: string, settled: () => void): void {
    this.cancel(id);
    const stop = this.#clock.after(SETTLE_MS, () => {
      this.#stops.delete(id);
      settled();
    });
    this.#stops.set(id, stop);
  }

  /** The file is in order again, or no longer of interest. */
  cancel(id: string): void {
    this.#stops.get(id)?.();
    this.#stops.delete(id);
  }

  dispose(): void {
    for (const stop of this.#stops.values()) stop();
    this.#stops.clear();
  }
}
