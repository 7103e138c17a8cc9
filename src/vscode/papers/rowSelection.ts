import * as vscode from 'vscode';
import { onDidSelectByHand } from '../host/userSelection';
import { OnlineNode, PaperNode, type PapersNode } from './papersNode';

/**
 * The papers selected in the tree, as long as the selection is what the user deals with: it ends when the tree is hidden
 * or the user goes on in an editor, so that a row selected long ago is not cited by surprise.
 *
 * The arrow keys move a focus of VS Code's own, which no API tells. So the keybindings of the tree first have VS Code toggle
 * the selection of the focused row, then `takeFocused`, then toggle it back: what the first toggle changed is the focused row.
 */
export class RowSelection implements vscode.Disposable {
  readonly #tree: vscode.TreeView<PapersNode>;
  readonly #subscriptions: vscode.Disposable[];
  readonly #changed = new vscode.EventEmitter<readonly string[]>();
  #current = false;
  /** The selection before its last change. */
  #before: readonly PapersNode[] = [];
  #now: readonly PapersNode[] = [];
  /** What the keyboard acts on next. */
  #acting: readonly PapersNode[] | undefined;

  /** Fires with the citekeys of the papers in the rows that are selected now. */
  readonly onDidChange = this.#changed.event;

  constructor(tree: vscode.TreeView<PapersNode>) {
    this.#tree = tree;
    this.#subscriptions = [
      tree.onDidChangeSelection(({ selection }) => {
        this.#current = true;
        this.#before = this.#now;
        this.#now = selection;
        this.#changed.fire(citekeysOf(selection));
      }),
      onDidSelectByHand(() => (this.#current = false)),
    ];
  }

  /** Takes the focused row for the next command, with the other selected rows where it is one of them. */
  takeFocused(): void {
    const focused =
      this.#now.find((row) => !this.#before.includes(row)) ?? this.#before.find((row) => !this.#now.includes(row));
    const others = this.#before.length > 1 && focused && this.#before.includes(focused);
    this.#acting = others ? this.#before : focused && [focused];
    this.#current = true;
  }

  /** Of the rows that the keyboard acts on next, those of papers of the web that the library does not have. */
  online(): OnlineNode[] {
    return (this.#acting ?? []).filter((row) => row instanceof OnlineNode && row.paper && !row.entry) as OnlineNode[];
  }

  /** Citekeys of the papers to act on, in the order of the rows; empty when the selection is of no concern. */
  citekeys(): string[] {
    const rows = this.#acting ?? this.#tree.selection;
    this.#acting = undefined;
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
