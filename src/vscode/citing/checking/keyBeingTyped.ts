import * as vscode from 'vscode';
import type { OffsetRange } from '../../../base/position';

/**
 * The citekey that is being typed. What is half typed is not yet wrong: problems with it are held back until the cursor
 * leaves it or somebody saves the document.
 */
export class KeyBeingTyped implements vscode.Disposable {
  readonly #onDidEnd = new vscode.EventEmitter<vscode.TextDocument>();
  /** Tells of a document with problems that were held back and are so no longer. */
  readonly onDidEnd = this.#onDidEnd.event;
  readonly #subscriptions: vscode.Disposable[];
  /** The document that is typed in. */
  #document: vscode.TextDocument | undefined;
  /** The keys in it whose problems are held back. */
  #held: readonly OffsetRange[] = [];

  constructor() {
    this.#subscriptions = [
      this.#onDidEnd,
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length === 0 || document !== vscode.window.activeTextEditor?.document) return;
        this.#document = document;
        this.#held = [];
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor.document === this.#document && !this.#held.every((key) => isAtCursor(textEditor, key)))
          this.#end();
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor?.document !== this.#document) this.#end();
      }),
      vscode.workspace.onWillSaveTextDocument(({ document, reason }) => {
        // VS Code also saves by itself, in the midst of typing.
        if (document === this.#document && reason === vscode.TextDocumentSaveReason.Manual) this.#end();
      }),
    ];
  }

  /** The problems of a document without those of the key that is being typed in it. */
  withoutTyped<T extends { readonly range: OffsetRange }>(document: vscode.TextDocument, problems: readonly T[]): T[] {
    const editor = vscode.window.activeTextEditor;
    if (document !== this.#document || editor?.document !== document) return [...problems];
    const typed = new Set(problems.filter(({ range }) => isAtCursor(editor, range)));
    this.#held = [...typed].map(({ range }) => range);
    if (typed.size === 0) this.#document = undefined;
    return problems.filter((problem) => !typed.has(problem));
  }

  #end(): void {
    const document = this.#document;
    this.#document = undefined;
    if (document && this.#held.length > 0) this.#onDidEnd.fire(document);
    this.#held = [];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** Whether a cursor is in a key or at its edge. */
function isAtCursor({ document, selections }: vscode.TextEditor, { start, end }: OffsetRange): boolean {
  return selections.some(({ active }) => {
    const offset = document.offsetAt(active);
    return start <= offset && offset <= end;
  });
}
