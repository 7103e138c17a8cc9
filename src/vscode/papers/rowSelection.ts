import * as vscode from 'vscode';
import { FocusedRows } from '../host/focusedRows';
import { OnlineNode, PaperNode, type PapersNode } from './papersNode';

/** The papers selected in the tree, as long as that is to be seen. */
export class RowSelection implements vscode.Disposable {
  readonly #tree: vscode.TreeView<PapersNode>;
  readonly #rows: FocusedRows<PapersNode>;
  readonly #subscriptions: vscode.Disposable[];
  readonly #changed = new vscode.EventEmitter<readonly string[]>();

  /** Fires with the citekeys of the papers in the rows that are selected now. */
  readonly onDidChange = this.#changed.event;

  constructor(tree: vscode.TreeView<PapersNode>) {
    this.#tree = tree;
    this.#rows = new FocusedRows(tree);
    this.#subscriptions = [
      this.#rows,
      tree.onDidChangeSelection(({ selection }) => this.#changed.fire(citekeysOf(selection))),
    ];
  }

  /** Takes the focused row for the next command, with the other selected rows where it is one of them. */
  takeFocused(): void {
    this.#rows.takeFocused();
  }

  /** A row was clicked: the user is in the tree again, also where nothing else is selected by that. */
  clicked(): void {
    this.#changed.fire(citekeysOf(this.#tree.selection));
  }

  /** Of the rows that the keyboard acts on next, those of papers of the web that the library does not have. */
  online(): OnlineNode[] {
    return this.#rows.acting.filter((row) => row instanceof OnlineNode && row.paper && !row.entry) as OnlineNode[];
  }

  /** Citekeys of the papers to act on, in the order of the rows; empty while the tree is hidden. */
  citekeys(): string[] {
    const rows = this.#rows.take();
    return this.#tree.visible ? citekeysOf(rows) : [];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }
}

function citekeysOf(rows: readonly PapersNode[]): string[] {
  const papers = rows.filter((row) => row instanceof PaperNode || row instanceof OnlineNode);
  return papers.map(({ entry }) => entry?.citekey).filter((citekey) => citekey !== undefined);
}
