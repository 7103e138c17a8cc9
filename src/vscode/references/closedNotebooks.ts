import * as vscode from 'vscode';
import type { CitingNotebooks } from '../../workflows/citingNotebooks';
import type { FollowingParts } from '../../workspace/documentFacts';

/** The notebooks that no editor has. What looks into them is loaded when they are first asked for. */
export class ClosedNotebooks implements vscode.Disposable {
  readonly #following: FollowingParts;
  #notebooks: Promise<CitingNotebooks> | undefined;

  constructor(following: FollowingParts) {
    this.#following = following;
  }

  /**
   * Opens those that cite one of these keys, without showing them, so that their cells can be looked at and changed as documents:
   * what is written as JSON in their files is never changed as such.
   */
  async openWith(keys: readonly string[]): Promise<void> {
    this.#notebooks ??= this.#load();
    const open = new Set(vscode.workspace.notebookDocuments.map(({ uri }) => uri.toString()));
    for (const uri of await (await this.#notebooks).with(keys)) {
      if (open.has(uri)) continue;
      try {
        await vscode.workspace.openNotebookDocument(vscode.Uri.parse(uri));
      } catch {
        // Gone meanwhile, or nothing here opens such notebooks.
      }
    }
  }

  async #load(): Promise<CitingNotebooks> {
    const { CitingNotebooks } = await import('../../workflows/citingNotebooks');
    return new CitingNotebooks(this.#following);
  }

  dispose(): void {
    void this.#notebooks?.then((notebooks) => notebooks.dispose());
  }
}
