import type { Clock } from '../../base/clock';

/** Tells how long to wait before a host may be asked, where other windows of the editor ask it too. */
export type Reserve = (host: string, gap: number) => Promise<number>;

/** The requests to one host: one after the other, no closer than it wants, and none while it wants to be left alone. */
export class HostQueue {
  readonly #host: string;
  readonly #clock: Clock;
  readonly #reserve: Reserve | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #notBefore = 0;
  #sent = -Infinity;
  /** The gap that the host's own headers ask for. */
  #statedGap = 0;

  constructor(host: string, clock: Clock, reserve?: Reserve) {
    this.#host = host;
    this.#clock = clock;
    this.#reserve = reserve;
  }

  /** Runs a request when its turn has come. Rejects with the signal's reason where it is given up before. */
  async run<T>(gap: number, signal: AbortSignal, request: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => this.#send(gap, signal, request));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Sends nothing for so long. */
  pause(ms: number): void {
    this.#notBefore = Math.max(this.#notBefore, this.#clock.now() + ms);
  }

  /** Keeps two requests so far apart from now on, at least. */
  keepApart(ms: number): void {
    this.#statedGap = ms;
    this.#notBefore = Math.max(this.#notBefore, this.#sent + ms);
  }

  async #send<T>(gap: number, signal: AbortSignal, request: () => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    const apart = Math.max(gap, this.#statedGap);
    const others = apart > 0 && this.#reserve ? await this.#reserve(this.#host, apart) : 0;
    // Another request may ask for a pause meanwhile: look again after each.
    for (let wait = Math.max(others, this.#due()); wait > 0; wait = this.#due()) {
      await waitFor(wait, this.#clock, signal);
    }
    signal.throwIfAborted();
    this.#sent = this.#clock.now();
    this.#notBefore = this.#sent + apart;
    return request();
  }

  #due(): number {
    return this.#notBefore - this.#clock.now();
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
