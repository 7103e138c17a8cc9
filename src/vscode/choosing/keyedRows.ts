import type * as vscode from 'vscode';
import { FocusedRows } from '../host/focusedRows';
import { citekeysOf } from './paperArguments';

/**
 * The papers of a tree on whose rows a key has a command act: the focused row, which no API tells, or the selected ones that it is among.
 * They are for that command alone.
 */
export class KeyedRows<T extends object> implements vscode.Disposable {
  readonly #rows: FocusedRows<T>;
  #isTaken = false;

  constructor(tree: Pick<vscode.TreeView<T>, 'selection' | 'onDidChangeSelection'>) {
    this.#rows = new FocusedRows(tree);
  }

  /** Takes the focused row for the next command, with the other selected rows where it is one of them. */
  takeFocused(): void {
    this.#rows.takeFocused();
    this.#isTaken = true;
  }

  /** The citekeys in the rows that were taken, once; undefined where none were, and empty where they are of no paper. */
  take(): readonly string[] | undefined {
    if (!this.#isTaken) return undefined;
    this.#isTaken = false;
    const rows = this.#rows.take();
    return citekeysOf([rows[0], rows]);
  }

  dispose(): void {
    this.#rows.dispose();
  }
}
