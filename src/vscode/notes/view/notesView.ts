import * as vscode from 'vscode';
import { KeyedRows } from '../../choosing/keyedRows';
import { openTreeView } from '../../host/treeView';
import type { NotesNode } from './notesNode';
import type { NotesTreeParts } from './notesRows';
import { NotesTree } from './notesTree';

/** The view is drawn anew at once, and then not again for so long, in milliseconds. */
const REST_MS = 200;

/** The Reading Notes view. */
export class NotesView implements vscode.Disposable {
  static readonly id = 'literatureNotes.notes';
  readonly #tree: NotesTree;
  readonly view: vscode.TreeView<NotesNode>;
  /** The rows that keys act on. */
  readonly rows: KeyedRows<NotesNode>;
  readonly #subscriptions: vscode.Disposable[];
  /** Whether something changed while the view rested. */
  #isOutdated = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onDidChange what the rows say of papers and citations may be another then */
  constructor(parts: NotesTreeParts, ...onDidChange: readonly vscode.Event<unknown>[]) {
    this.#tree = new NotesTree(parts);
    const options = { treeDataProvider: this.#tree, showCollapseAll: true, canSelectMany: true };
    this.view = openTreeView(NotesView.id, options);
    this.rows = new KeyedRows(this.view);
    const soon = () => this.#refreshSoon();
    this.#subscriptions = [
      this.#tree,
      this.view,
      this.rows,
      ...[parts.notes.onDidSettle, ...onDidChange].map((event) => event(soon)),
      this.view.onDidChangeVisibility(({ visible }) => {
        if (visible) this.#tree.showAnew(vscode.window.activeTextEditor?.document.uri);
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        // Where the focus is in no editor, as in this view, the last one counts.
        if (editor && this.view.visible) this.#tree.showMentionsOf(editor.document.uri);
      }),
    ];
  }

  #refreshSoon(): void {
    if (this.#timer) {
      this.#isOutdated = true;
      return;
    }
    this.#isOutdated = false;
    if (this.view.visible) this.#tree.refresh();
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
