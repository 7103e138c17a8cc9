import { inBackground } from '../../base/inBackground';
import { type Clock, SYSTEM_CLOCK } from '../../base/clock';

/** So long after a look the next one follows, in milliseconds; while there is no answer; and while another window looks. */
const PAUSES = { answered: 10_000, failed: 30_000, elsewhere: 1000 };

/** What came of a look. */
export type Looked = keyof typeof PAUSES;

/** What looking ever again takes. */
interface PollingParts {
  readonly look: () => Promise<void>;
  /** Whether anybody is here to see it: of several windows one has the focus. */
  readonly isWanted: () => boolean;
  /** Called when nobody is here any more, once the last look is over. */
  readonly left?: () => void;
  /** What came of the last look. */
  readonly looked: () => Looked;
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
    else this.leave();
  }

  /** Nobody is here any more. */
  leave(): void {
    this.#stop();
    if (this.#looks === 0) this.#parts.left?.();
  }

  /** Has a look done that was asked for; the next one comes a while after it. */
  async during(look: () => Promise<void>): Promise<void> {
    this.#stop();
    this.#looks++;
    try {
      await look();
    } finally {
      this.#looks--;
      if (this.#looks === 0) this.#wait();
    }
  }

  #wait(): void {
    if (!this.#parts.isWanted()) return this.leave();
    this.#stop();
    this.#stopTimer = this.#clock.after(PAUSES[this.#parts.looked()], () => {
      this.#stopTimer = undefined;
      this.start();
    });
  }

  #stop(): void {
    this.#stopTimer?.();
    this.#stopTimer = undefined;
  }
}
