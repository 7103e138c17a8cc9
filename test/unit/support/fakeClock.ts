import type { Clock } from '../../../src/base/clock';

interface Timer {
  readonly due: number;
  readonly run: () => void;
}

/** Time that passes when a test says so. */
export class FakeClock implements Clock {
  #now = 0;
  readonly #timers = new Set<Timer>();

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { due: this.#now + ms, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  yield(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }

  /** Lets time pass, with all that is due in it and what follows from that. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    await this.#quiet();
    for (let timer = this.#first(end); timer !== undefined; timer = this.#first(end)) {
      this.#now = timer.due;
      this.#timers.delete(timer);
      timer.run();
      await this.#quiet();
    }
    this.#now = end;
  }

  #first(end: number): Timer | undefined {
    return [...this.#timers].filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
  }

  /** Lets what does not wait for time be done. */
  async #quiet(): Promise<void> {
    for (let turn = 0; turn < 10; turn++) await this.yield();
  }
}
