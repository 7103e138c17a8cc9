import type { Asking } from '../clients/client';
import type { OnlineFailure } from '../failure';
import type { Found } from '../found';
import { merged, type Merged } from '../mergedSearch';

/** So many papers come at a time. */
export const PAGE = 20;

/** The next papers of a list, as each service has them. */
export interface Page {
  readonly answers: readonly (readonly Found[])[];
  /** The services that gave no answer. */
  readonly failures: readonly OnlineFailure[];
  /** Whether there may be more behind them. */
  readonly hasMore: boolean;
}

/** Asks for the next papers. Rejects only where the user gave up, and gives the same ones next time then. */
export type NextPage = (asking: Asking) => Promise<Page>;

/** A list of papers on the web that comes page by page. What was shown once stays where it is. */
export class OnlineList {
  readonly #next: NextPage;
  readonly #answers: Found[][] = [];
  #all: readonly Merged[] = [];
  #shown = 0;
  #failures: readonly OnlineFailure[] = [];
  #canAsk = true;

  constructor(next: NextPage) {
    this.#next = next;
  }

  /** The papers of all pages up to now. */
  get found(): readonly Merged[] {
    return this.#all.slice(0, this.#shown);
  }

  /** The services that gave no answer when they were asked last. */
  get failures(): readonly OnlineFailure[] {
    return this.#failures;
  }

  get hasMore(): boolean {
    return this.#canAsk || this.#shown < this.#all.length;
  }

  /** Gets one more page; services are asked only where no page is left of what they said before. Rejects where the user gave up. */
  async more(asking: Asking): Promise<void> {
    const wanted = this.#shown + PAGE;
    while (this.#all.length < wanted && this.#canAsk) {
      const { answers, failures, hasMore } = await this.#next(asking);
      this.#failures = failures;
      this.#take(answers);
      const isNew = answers.some((answer) => answer.length > 0);
      this.#canAsk = hasMore;
      // A service that fails is asked again when the user wants more, not at once.
      if (!isNew || failures.length > 0) break;
    }
    this.#shown = Math.min(wanted, this.#all.length);
  }

  #take(answers: readonly (readonly Found[])[]): void {
    answers.forEach((answer, service) => (this.#answers[service] ??= []).push(...answer));
    const before = this.found;
    const now = merged(this.#answers);
    const kept = before
      .map(({ said }) => now.find((each) => said.some((one) => each.said.includes(one))))
      .filter((each) => each !== undefined);
    const shown = [...new Set(kept)];
    this.#shown = shown.length;
    this.#all = [...shown, ...now.filter((each) => !shown.includes(each))];
  }
}
