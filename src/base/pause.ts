import { type Clock, SYSTEM_CLOCK } from './clock';

/** Gathers what is told until nothing has been told for a while, and then passes it on, each once. */
export class Pause<T> {
  readonly #ms: number;
  readonly #take: (gathered: readonly T[]) => void;
  readonly #clock: Clock;
  readonly #gathered = new Set<T>();
  #stop: (() => void) | undefined;

  /** @param ms how long nothing is told, in milliseconds */
  constructor(ms: number, take: (gathered: readonly T[]) => void, clock = SYSTEM_CLOCK) {
    this.#ms = ms;
    this.#take = take;
    this.#clock = clock;
  }

  /** Passes these on after the next pause. */
  add(items: Iterable<T>): void {
    const added = [...items];
    if (added.length === 0) return;
    for (const item of added) this.#gathered.add(item);
    this.#stop?.();
    this.#stop = this.#clock.after(this.#ms, () => this.end());
  }

  /** These need not be passed on any more. */
  drop(items: Iterable<T>): void {
    for (const item of items) this.#gathered.delete(item);
  }

  /** Passes on what was gathered, without waiting for a pause. */
  end(): void {
    this.#stop?.();
    this.#stop = undefined;
    const gathered = [...this.#gathered];
    this.#gathered.clear();
    if (gathered.length > 0) this.#take(gathered);
  }

  dispose(): void {
    this.#stop?.();
    this.#gathered.clear();
  }
}
