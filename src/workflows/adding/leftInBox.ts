/** What was not found, or not added, to be put right in the box. */
export interface Unfound {
  readonly text: string;
  readonly reason: string;
}

/** What was asked for and not added, which the box for papers shows once more when it opens next. */
export class LeftInBox {
  #all: readonly Unfound[] = [];

  /** All of it, which the box shows now. */
  take(): readonly Unfound[] {
    const all = this.#all;
    this.#all = [];
    return all;
  }

  leave(unfound: readonly Unfound[]): void {
    this.#all = [...this.#all, ...unfound];
  }

  /**
   * Leaves something for as long as work on it goes on, which may end only when the user answers a notification.
   * @returns what came of the work, and whether the box has shown what was left meanwhile
   */
  async during<T>(
    unfound: readonly Unfound[],
    work: () => Promise<T>,
  ): Promise<{ readonly result: T; readonly isTaken: boolean }> {
    this.leave(unfound);
    try {
      const result = await work();
      return { result, isTaken: !unfound.every((each) => this.#all.includes(each)) };
    } finally {
      this.#all = this.#all.filter((each) => !unfound.includes(each));
    }
  }
}
