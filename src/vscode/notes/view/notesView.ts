import * as vscode from 'vscode';
import { NotesTree, type NotesTreeParts } from './notesTree';

/** The view is drawn anew at once, and then not again for so long, in milliseconds. */
const REST_MS = 200;

/** The Reading Notes view. */
export class NotesView implements vscode.Disposable {
  static readonly id = 'literatureNotes.notes';
  readonly #tree: NotesTree;
  readonly #view: vscode.TreeView<unknown>;
  readonly #subscriptions: vscode.Disposable[];
  /** Whether something changed while the view rested. */
  #isOutdated = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onDidChangePapers fires when the titles of papers may be others */
  constructor(parts: NotesTreeParts, onDidChangePapers: vscode.Event<unknown>) {
    this.#tree = new NotesTree(parts);
    this.#view = vscode.window.createTreeView(NotesView.id, { treeDataProvider: this.#tree, showCollapseAll: true });
    const soon = () => this.#refreshSoon();
    this.#subscriptions = [
      this.#tree,
      this.#view,
      parts.notes.onDidChange(soon),
      onDidChangePapers(soon),
      this.#view.onDidChangeVisibility(({ visible }) => visible && this.#tree.refresh()),
    ];
  }

  #refreshSoon(): void {
    if (this.#timer) {
      this.#isOutdated = true;
      return;
    }
    this.#isOutdated = false;
    if (this.#view.visible) this.#tree.refresh();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#isOutdated) this.#refreshSoon();
    }, REST_MS);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
