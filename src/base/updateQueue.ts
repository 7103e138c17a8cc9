/**
 * Runs updates of one thing one after another. Whatever is asked for while an update runs is the next one; all who ask before
 * that begins share it.
 */
export class UpdateQueue {
  readonly #run: (superseded: AbortSignal) => Promise<void>;
  #last: Promise<unknown> = Promise.resolve();
  #next: Promise<void> | undefined;
  #abort = new AbortController();

  /** @param run does an update; it may stop when it is superseded, as another one is sure to follow. Where it rejects, those who asked are told, and the next is done. */
  constructor(run: (superseded: AbortSignal) => Promise<void>) {
    this.#run = run;
  }

  /** Resolves when an update is over that began after this was called. */
  update(): Promise<void> {
    if (this.#next) return this.#next;
    const run = this.#last.then(async () => {
      this.#next = undefined;
      this.#abort = new AbortController();
      const { signal } = this.#abort;
      await this.#run(signal);
      return signal.aborted;
    });
    this.#last = run.catch(() => undefined);
    // What a superseded update left undone is done by the one that took over.
    return (this.#next = run.then((isSuperseded) => (isSuperseded ? this.#next : undefined)));
  }

  /** The same, and the update under way need not be finished. */
  supersede(): Promise<void> {
    this.#abort.abort();
    return this.update();
  }

  /** Resolves when all that was asked for so far is done. */
  get settled(): Promise<void> {
    return this.#next ?? this.#last.then(() => {});
  }
}
