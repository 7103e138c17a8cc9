import * as vscode from 'vscode';

const SCHEME = 'literature-notes-after';

/** A file, and what its text is to become. */
export interface Compared {
  readonly uri: vscode.Uri;
  /** The name that it is to get; the same where it is left out. */
  readonly name?: vscode.Uri;
  readonly after: string;
}

/** Shows what many files are to become beside what they are, in VS Code's own editor for that. Nothing can be edited there. */
export class Comparison implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #subscriptions: vscode.Disposable[];
  #count = 0;

  constructor() {
    this.#subscriptions = [
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
    ];
  }

  async show(title: string, files: readonly Compared[]): Promise<void> {
    const query = String(++this.#count);
    const resources = files.map(({ uri, name = uri, after }) => {
      // A notebook's cells differ in their fragments alone.
      const changed = vscode.Uri.from({ scheme: SCHEME, path: name.path, query, fragment: name.fragment });
      this.#texts.set(changed.toString(), after);
      return [uri, uri, changed];
    });
    await vscode.commands.executeCommand('vscode.changes', title, resources);
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#texts.clear();
  }
}
