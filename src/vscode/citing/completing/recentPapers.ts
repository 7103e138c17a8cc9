import * as vscode from 'vscode';

const STATE = 'recentPapers';
/** How many papers are remembered. */
const LIMIT = 30;

/** The papers that were cited last in this workspace, the last first. */
export class RecentPapers implements vscode.Disposable {
  readonly #state: vscode.Memento;
  readonly #added = new vscode.EventEmitter<readonly string[]>();

  /** Fires when papers are being cited, with their citekeys. */
  readonly onDidAdd = this.#added.event;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  get citekeys(): readonly string[] {
    const stored = this.#state.get<unknown>(STATE);
    return Array.isArray(stored) ? stored.filter((key): key is string => typeof key === 'string') : [];
  }

  add(citekeys: readonly string[]): void {
    const all = [...new Set([...citekeys, ...this.citekeys])];
    void this.#state.update(STATE, all.slice(0, LIMIT));
    this.#added.fire(citekeys);
  }

  dispose(): void {
    this.#added.dispose();
  }
}
