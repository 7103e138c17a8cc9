import { inBackground } from '../../base/inBackground';
import { type Clock, SYSTEM_CLOCK } from '../../base/clock';

/** So long after a look the next one follows, in milliseconds; and while there is no answer. */
const PAUSE_MS = 10_000;
const LONG_PAUSE_MS = 30_000;

/** What looking ever again takes. */
interface PollingParts {
  readonly look: () => Promise<void>;
  /** Whether anybody is here to see it: of several windows one has the focus. */
  readonly isWanted: () => boolean;
  /** Whether the last look found nobody to ask. */
  readonly hasFailed: () => boolean;
}

/** Looks at something ever again, as long as somebody is here to see it. */
export class Polling {
  readonly #parts: PollingParts;
  readonly #clock: Clock;
  #stopTimer: (() => void) | undefined;
  #looks = 0;

  constructor(parts: PollingParts, clock: Clock = SYSTEM_CLOCK) {
    this.#parts = parts;
    this.#clock = clock;
  }

  /** Somebody came: looks at once, unless it looks ever again already. */
  resume(): void {
    if (this.#stopTimer === undefined && this.#looks === 0) this.start();
  }

  /** Looks at once, if anybody is here, and then ever again. */
  start(): void {
    if (this.#parts.isWanted()) inBackground(this.during(() => this.#parts.look()));
    else this.stop();
  }

  /** Nobody is here any more. */
  stop(): void {
    this.#stopTimer?.();
    this.#stopTimer = undefined;
  }

  /** Has a look done that was asked for; the next one comes a while after it. */
  async during(look: () => Promise<void>): Promise<void> {
    this.stop();
    this.#looks++;
    try {
      await look();
    } finally {
      this.#looks--;
      if (this.#looks === 0) this.#wait();
    }
  }

  #wait(): void {
    this.stop();
    this.#stopTimer = this.#clock.after(this.#parts.hasFailed() ? LONG_PAUSE_MS : PAUSE_MS, () => {
      this.#stopTimer = undefined;
      this.start();
    });
  }
}
