import * as vscode from 'vscode';
import { PaperNode, type PapersNode } from './papersNode';

/**
 * The papers selected in the tree, as long as the selection is what the user deals with: it ends when the tree is hidden
 * or the user goes on in an editor, so that a row selected long ago is not cited by surprise.
 */
export class RowSelection implements vscode.Disposable {
  readonly #tree: vscode.TreeView<PapersNode>;
  readonly #subscriptions: vscode.Disposable[];
  #current = false;

  constructor(tree: vscode.TreeView<PapersNode>) {
    this.#tree = tree;
    this.#subscriptions = [
      tree.onDidChangeSelection(() => (this.#current = true)),
      vscode.window.onDidChangeTextEditorSelection(() => (this.#current = false)),
    ];
  }

  /** Citekeys of the selected papers, in the order of the rows; empty when the selection is of no concern. */
  get citekeys(): string[] {
    if (!this.#current || !this.#tree.visible) return [];
    return this.#tree.selection.filter((node) => node instanceof PaperNode).map((node) => node.entry.citekey);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
