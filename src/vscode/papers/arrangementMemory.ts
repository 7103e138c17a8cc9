import * as vscode from 'vscode';
import { type Arrangement, GROUPINGS, SORTINGS } from '../../workflows/arrangement';

const KEY = 'papers.arrangement';

/** The grouping and sorting of the papers, remembered per workspace. */
export class ArrangementMemory implements vscode.Disposable {
  readonly #state: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<Arrangement>();
  #current: Arrangement;

  readonly onDidChange = this.#changed.event;

  constructor(state: vscode.Memento) {
    this.#state = state;
    const stored = state.get<Partial<Arrangement>>(KEY, {});
    this.#current = {
      grouping: GROUPINGS.find((grouping) => grouping === stored.grouping) ?? 'none',
      sorting: SORTINGS.find((sorting) => sorting === stored.sorting) ?? 'relevance',
    };
  }

  get current(): Arrangement {
    return this.#current;
  }

  async change(change: Partial<Arrangement>): Promise<void> {
    this.#current = { ...this.#current, ...change };
    this.#changed.fire(this.#current);
    await this.#state.update(KEY, this.#current);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
