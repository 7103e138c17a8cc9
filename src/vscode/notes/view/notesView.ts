import * as vscode from 'vscode';
import { NotesTree, type NotesTreeParts } from './notesTree';

/** After so long without another change the view is drawn anew, in milliseconds. */
const QUIET_MS = 100;

/** The Reading Notes view. */
export class NotesView implements vscode.Disposable {
  static readonly id = 'literatureNotes.notes';
  readonly #tree: NotesTree;
  readonly #view: vscode.TreeView<unknown>;
  readonly #subscriptions: vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onDidChangePapers fires when the titles of papers may be others */
  constructor(parts: NotesTreeParts, onDidChangePapers: vscode.Event<unknown>) {
    this.#tree = new NotesTree(parts);
    this.#view = vscode.window.createTreeView(NotesView.id, { treeDataProvider: this.#tree, showCollapseAll: true });
    const later = () => this.#refreshLater();
    this.#subscriptions = [
      this.#tree,
      this.#view,
      parts.notes.onDidChange(later),
      onDidChangePapers(later),
      this.#view.onDidChangeVisibility(({ visible }) => visible && this.#tree.refresh()),
    ];
  }

  #refreshLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#view.visible && this.#tree.refresh(), QUIET_MS);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
