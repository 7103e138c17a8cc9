import * as vscode from 'vscode';

/** How long typing must pause before a changed document is read, in milliseconds. */
const PAUSE_MS = 200;

/** Tells of documents with unsaved changes when typing pauses, and of documents that were closed. */
export class Typing implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable[];
  readonly #changed = new Map<string, vscode.Uri>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param concerns whether a document is of interest */
  constructor(concerns: (uri: vscode.Uri) => boolean, tell: (uris: readonly vscode.Uri[]) => void) {
    const gather = ({ uri }: vscode.TextDocument) => {
      if (!concerns(uri)) return;
      this.#changed.set(uri.toString(), uri);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        const uris = [...this.#changed.values()];
        this.#changed.clear();
        tell(uris);
      }, PAUSE_MS);
    };
    this.#subscriptions = [
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) gather(document);
      }),
      // Closed without saving: what is on the disk counts again.
      vscode.workspace.onDidCloseTextDocument(gather),
    ];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** The text of a document with unsaved changes; undefined where the file on the disk is what counts. */
export function unsavedText(uri: vscode.Uri): string | undefined {
  const id = uri.toString();
  return vscode.workspace.textDocuments
    .find((document) => document.isDirty && document.uri.toString() === id)
    ?.getText();
}
