import { type Clock, SYSTEM_CLOCK } from './clock';

/** What is done, when, and how often at most. */
interface Doing {
  readonly act: () => void;
  /** Whether it has had its effect. */
  readonly isSeen: () => boolean;
  /** How long nothing more is asked for before it is done, and how long its effect may take: in milliseconds. */
  readonly ms: number;
  readonly most: number;
  /** Called where nothing was seen of the last time either. */
  readonly giveUp?: () => void;
  readonly clock?: Clock;
}

/** Does something a while after it was last asked for, and again where nothing is seen of it: others may drop what they are told while they are busy. */
export class UntilSeen {
  readonly #doing: Doing;
  readonly #clock: Clock;
  #stop: (() => void) | undefined;

  constructor(doing: Doing) {
    this.#doing = doing;
    this.#clock = doing.clock ?? SYSTEM_CLOCK;
  }

  /** Has it done, however often this was called before. */
  soon(): void {
    this.#after(() => this.#act(1));
  }

  #act(time: number): void {
    const { act, isSeen, most, giveUp } = this.#doing;
    act();
    this.#after(() => {
      if (isSeen()) return;
      if (time < most) this.#act(time + 1);
      else giveUp?.();
    });
  }

  #after(run: () => void): void {
    this.#stop?.();
    this.#stop = this.#clock.after(this.#doing.ms, run);
  }

  dispose(): void {
    this.#stop?.();
  }
}
