import * as vscode from 'vscode';
import type { NotesNode } from './notesNode';
import type { NotesTreeParts } from './notesRows';

/** The rows of the Reading Notes view. What makes them is loaded when the view is first looked at. */
export class NotesTree implements vscode.TreeDataProvider<NotesNode>, vscode.Disposable {
  readonly #parts: NotesTreeParts;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #active: vscode.Uri | undefined;

  constructor(parts: NotesTreeParts) {
    this.#parts = parts;
  }

  /** Shows what mentions the paper of this file, where it is a note. From a document to another one nothing changes. */
  showMentionsOf(active: vscode.Uri | undefined): void {
    const isOther = [this.#active, active].some((uri) => uri && this.#parts.notes.isNote(uri));
    this.#active = active;
    if (isOther) this.refresh();
  }

  /** Shows everything as it is now, with what mentions the paper of this file. */
  showAnew(active: vscode.Uri | undefined): void {
    this.#active = active;
    this.refresh();
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  async getChildren(node?: NotesNode): Promise<NotesNode[]> {
    if (node === undefined) return (await import('./notesRows')).notesRows(this.#parts, this.#active);
    return node.kind === 'group' ? [...(await node.rows())] : [];
  }

  async getTreeItem(node: NotesNode): Promise<vscode.TreeItem> {
    return (await import('./notesRows')).notesItem(node);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
