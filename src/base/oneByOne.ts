import { Cooperation } from './cooperate';

/** Does pieces of work that many ask for at once one after another, and lets the event loop run between them. */
export class OneByOne {
  readonly #cooperation: Cooperation;
  #last: Promise<unknown> = Promise.resolve();

  constructor(cooperation = new Cooperation()) {
    this.#cooperation = cooperation;
  }

  /** Does a piece when those before it are done, however they ended; rejects where it throws. */
  run<T>(piece: () => T): Promise<T> {
    const turn = this.#last.then(async () => {
      await this.#cooperation.yieldIfDue();
      return piece();
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
