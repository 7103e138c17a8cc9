import type { Clock } from '../../base/clock';

/** How long a host wants to be left alone, in milliseconds, and by which HTTP status it said so. */
export interface Rest {
  readonly ms: number;
  readonly status: number;
}

/** What the windows of one user know together of a host. Nothing of it rejects. */
export interface Pace {
  /** How many milliseconds to wait before a host may be asked, and the rest that it wants as another window was told. */
  readonly turn: (host: string, gap: number, signal: AbortSignal) => Promise<{ wait: number; rest?: Rest }>;
  /** Tells the other windows that a host wants to be left alone. */
  readonly rest: (host: string, rest: Rest, signal: AbortSignal) => Promise<void>;
}

/** A request was not sent: its host wants to be left alone for longer than anybody waits. */
export class HostRests extends Error {
  readonly rest: Rest;

  constructor(rest: Rest) {
    super(`wants ${rest.ms} ms of rest`);
    this.rest = rest;
  }
}

/** The requests to one host: one after the other, no closer than it wants, and none while it wants to be left alone. */
export class HostQueue {
  readonly #host: string;
  readonly #clock: Clock;
  readonly #patience: number;
  readonly #pace: Pace | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #notBefore = 0;
  #sent = -Infinity;
  /** The gap that the host's own headers ask for. */
  #statedGap = 0;
  #restUntil = 0;
  #restStatus = 0;

  /** @param patience so long a request waits for a host that wants rest, in milliseconds; it fails at once where that is not enough */
  constructor(host: string, clock: Clock, patience: number, pace?: Pace) {
    this.#host = host;
    this.#clock = clock;
    this.#patience = patience;
    this.#pace = pace;
  }

  /**
   * Runs a request when its turn has come. Rejects with the signal's reason where it is given up before, and with `HostRests` where that
   * would take too long.
   */
  async run<T>(gap: number, signal: AbortSignal, request: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => this.#send(gap, signal, request));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Sends nothing for so long, from any window. */
  async pause(rest: Rest, signal: AbortSignal): Promise<void> {
    this.#takeRest(rest);
    await this.#pace?.rest(this.#host, rest, signal);
  }

  /** Keeps two requests so far apart from now on, at least. */
  keepApart(ms: number): void {
    this.#statedGap = ms;
    this.#notBefore = Math.max(this.#notBefore, this.#sent + ms);
  }

  async #send<T>(gap: number, signal: AbortSignal, request: () => Promise<T>): Promise<T> {
    const apart = Math.max(gap, this.#statedGap);
    let others = await this.#turn(apart, signal);
    // Another request may ask for a pause meanwhile: look again after each.
    for (let wait = Math.max(others, this.#due()); wait > 0; wait = Math.max(others, this.#due())) {
      await waitFor(wait, this.#clock, signal);
      others = 0;
    }
    signal.throwIfAborted();
    this.#sent = this.#clock.now();
    this.#notBefore = this.#sent + apart;
    return request();
  }

  /** How long to wait for one's turn among all windows; one that wants rest is only given a turn behind it. */
  async #turn(apart: number, signal: AbortSignal): Promise<number> {
    for (;;) {
      signal.throwIfAborted();
      const left = this.#restLeft();
      if (left > 0) await waitFor(left, this.#clock, signal);
      if (!this.#pace || apart <= 0) return 0;
      const { wait, rest } = await this.#pace.turn(this.#host, apart, signal);
      if (!rest) return wait;
      this.#takeRest(rest);
    }
  }

  #takeRest({ ms, status }: Rest): void {
    const until = this.#clock.now() + ms;
    if (until <= this.#restUntil) return;
    this.#restUntil = until;
    this.#restStatus = status;
  }

  /** How long the host wants to be left alone yet. Throws where nobody waits for that. */
  #restLeft(): number {
    const ms = this.#restUntil - this.#clock.now();
    if (ms > this.#patience) throw new HostRests({ ms, status: this.#restStatus });
    return ms;
  }

  #due(): number {
    return Math.max(this.#notBefore - this.#clock.now(), this.#restLeft());
  }
}

/** Resolves in so many milliseconds; rejects with the signal's reason where that comes before. */
export function waitFor(ms: number, clock: Clock, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      cancel();
      reject(signal.reason as Error);
    };
    const cancel = clock.after(ms, () => {
      signal.removeEventListener('abort', giveUp);
      resolve();
    });
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
  });
}
