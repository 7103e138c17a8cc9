import type * as vscode from 'vscode';

/**
 * The rows of a tree that a command acts on: those that are selected, or the focused one. The arrow keys move a focus of VS Code's own,
 * which no API tells. So the keybindings of a tree first have VS Code toggle the selection of the focused row, then `takeFocused`, then
 * toggle it back: what the first toggle changed is the focused row.
 */
export class FocusedRows<T extends object> implements vscode.Disposable {
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
    const focused = firstBeside(this.#now, this.#before) ?? firstBeside(this.#before, this.#now);
    const isOneOfMany = this.#before.length > 1 && focused !== undefined && has(this.#before, focused);
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

/** The first of some rows that is not among others. */
function firstBeside<T extends object>(rows: readonly T[], others: readonly T[]): T | undefined {
  return rows.find((row) => !has(others, row));
}

/** A row that was drawn anew is another object with the same id, where it has one. */
function has(rows: readonly object[], row: object): boolean {
  const id = idOf(row);
  return rows.some((other) => other === row || (id !== undefined && idOf(other) === id));
}

function idOf(row: object): unknown {
  return 'id' in row ? row.id : undefined;
}
