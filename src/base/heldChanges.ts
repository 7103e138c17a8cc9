import { type Clock, SYSTEM_CLOCK } from './clock';

/** Changes of single nodes of a tree, or of all of it. */
export type Change<T> = readonly T[] | undefined;

/**
 * Keeps back the changes of a tree while its rows are drawn for the first time, as VS Code waits for ever to draw what changes then.
 * They are told together afterwards.
 */
export class HeldChanges<T> {
  readonly #tell: (change: Change<T>) => void;
  readonly #clock: Clock;
  #state: 'not drawn' | 'drawing' | 'drawn' = 'not drawn';
  #held: T[] | 'all' = [];

  /** @param tell called with what changed, at once where nothing is being drawn */
  constructor(tell: (change: Change<T>) => void, clock: Clock = SYSTEM_CLOCK) {
    this.#tell = tell;
    this.#clock = clock;
  }

  /** Something of the tree has changed. */
  changed(change: Change<T>): void {
    if (this.#state !== 'drawing') this.#tell(change);
    else if (change === undefined) this.#held = 'all';
    else if (this.#held !== 'all') this.#held.push(...change);
  }

  /** The rows of the tree were asked for. */
  asked(): void {
    if (this.#state === 'not drawn') this.#state = 'drawing';
  }

  /**
   * They were given.
   * @param ms how long it may take until they are drawn
   */
  given(ms: number): void {
    if (this.#state === 'drawing') this.#clock.after(ms, () => this.#release());
  }

  #release(): void {
    this.#state = 'drawn';
    const held = this.#held;
    this.#held = [];
    if (held.length > 0) this.#tell(held === 'all' ? undefined : held);
  }
}
