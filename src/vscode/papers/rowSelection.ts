import * as vscode from 'vscode';
import { FocusedRows } from '../host/focusedRows';
import { onDidSelectByHand } from '../host/userSelection';
import { OnlineNode, PaperNode, type PapersNode } from './papersNode';

/**
 * The papers selected in the tree, as long as the selection is what the user deals with: it ends when the tree is hidden
 * or the user goes on in an editor, so that a row selected long ago is not cited by surprise.
 */
export class RowSelection implements vscode.Disposable {
  readonly #tree: vscode.TreeView<PapersNode>;
  readonly #rows: FocusedRows<PapersNode>;
  readonly #subscriptions: vscode.Disposable[];
  readonly #changed = new vscode.EventEmitter<readonly string[]>();
  #current = false;

  /** Fires with the citekeys of the papers in the rows that are selected now. */
  readonly onDidChange = this.#changed.event;

  constructor(tree: vscode.TreeView<PapersNode>) {
    this.#tree = tree;
    this.#rows = new FocusedRows(tree);
    this.#subscriptions = [
      this.#rows,
      tree.onDidChangeSelection(({ selection }) => {
        this.#current = true;
        this.#changed.fire(citekeysOf(selection));
      }),
      onDidSelectByHand(() => (this.#current = false)),
    ];
  }

  /** Takes the focused row for the next command, with the other selected rows where it is one of them. */
  takeFocused(): void {
    this.#rows.takeFocused();
    this.#current = true;
  }

  /** Of the rows that the keyboard acts on next, those of papers of the web that the library does not have. */
  online(): OnlineNode[] {
    return this.#rows.acting.filter((row) => row instanceof OnlineNode && row.paper && !row.entry) as OnlineNode[];
  }

  /** Citekeys of the papers to act on, in the order of the rows; empty when the selection is of no concern. */
  citekeys(): string[] {
    const rows = this.#rows.take();
    if (!this.#current || !this.#tree.visible) return [];
    return citekeysOf(rows);
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
