import type * as vscode from 'vscode';

/**
 * The rows of a tree that a command acts on: those that are selected, or the focused one. The arrow keys move a focus of VS Code's own,
 * which no API tells. So the keybindings of a tree first have VS Code toggle the selection of the focused row, then `takeFocused`, then
 * toggle it back: what the first toggle changed is the focused row.
 */
export class FocusedRows<T> implements vscode.Disposable {
  readonly #tree: Pick<vscode.TreeView<T>, 'selection' | 'onDidChangeSelection'>;
  readonly #listening: vscode.Disposable;
  /** The selection before its last change. */
  #before: readonly T[] = [];
  #now: readonly T[] = [];
  #acting: readonly T[] | undefined;

  constructor(tree: Pick<vscode.TreeView<T>, 'selection' | 'onDidChangeSelection'>) {
    this.#tree = tree;
    this.#listening = tree.onDidChangeSelection(({ selection }) => {
      this.#before = this.#now;
      this.#now = selection;
    });
  }

  /** Takes the focused row for the next command, with the other selected rows where it is one of them. */
  takeFocused(): void {
    const focused =
      this.#now.find((row) => !this.#before.includes(row)) ?? this.#before.find((row) => !this.#now.includes(row));
    const isOneOfMany = this.#before.length > 1 && focused !== undefined && this.#before.includes(focused);
    this.#acting = isOneOfMany ? this.#before : focused && [focused];
  }

  /** The rows that the keyboard acts on next; none where the mouse chose. */
  get acting(): readonly T[] {
    return this.#acting ?? [];
  }

  /** The rows to act on, each time anew. */
  take(): readonly T[] {
    const rows = this.#acting ?? this.#tree.selection;
    this.#acting = undefined;
    return rows;
  }

  dispose(): void {
    this.#listening.dispose();
  }
}
