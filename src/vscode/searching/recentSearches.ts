import type * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import type { SearchMemory } from './searchMemory';
import type { SearchSession } from './searchSession';

/** How long a query must stand to be remembered, in milliseconds: who looks at what it found has meant it. */
const MEANT_MS = 3000;

/** Remembers what is searched for: queries that stand for a while, or whose papers the user goes on to. */
export class RecentSearches implements vscode.Disposable {
  readonly #session: SearchSession;
  readonly #memory: SearchMemory;
  readonly #subscriptions: vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: SearchSession, memory: SearchMemory) {
    this.#session = session;
    this.#memory = memory;
    this.#subscriptions = [
      session.onDidAsk(() => {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#remember(), MEANT_MS);
      }),
      session.onDidGoToResults(() => this.#remember()),
    ];
  }

  #remember(): void {
    clearTimeout(this.#timer);
    const { query, answer } = this.#session;
    if (answer && answer.total > 0) inBackground(this.#memory.remember(query));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
