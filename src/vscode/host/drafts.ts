import * as vscode from 'vscode';
import { onDidSelectByHand } from './userSelection';

/** An editor that was in front, to be found again when another one is. */
interface Place {
  readonly uri: vscode.Uri;
  readonly column: vscode.ViewColumn | undefined;
}

/**
 * Which editor the user writes in. A file that is only shown in passing, as by a click on a paper's row, comes to the front
 * without being meant: citations go where the user was before, until the user goes on in that file.
 */
export class Drafts implements vscode.Disposable {
  readonly #isSource: (uri: vscode.Uri) => boolean;
  readonly #wentOn = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];
  #passing: string | undefined;
  /** What was brought to the front again for the user, who may be elsewhere. */
  #brought: string | undefined;
  #last: Place | undefined;

  /** Fires when the user goes on in an editor: moves its cursor, or goes to one that is not only shown. */
  readonly onDidGoOn = this.#wentOn.event;

  /** @param isSource whether a file is a paper list, which is not cited in */
  constructor(isSource: (uri: vscode.Uri) => boolean) {
    this.#isSource = isSource;
    this.#remember(vscode.window.activeTextEditor);
    this.#subscriptions = [
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        this.#remember(editor);
        const uri = editor?.document.uri.toString();
        if (uri !== undefined && uri !== this.#passing && uri !== this.#brought) this.#wentOn.fire();
      }),
      onDidSelectByHand((editor) => {
        this.#brought = undefined;
        this.#wentOn.fire();
        if (editor.document.uri.toString() !== this.#passing) return;
        this.#passing = undefined;
        this.#remember(editor);
      }),
      this.#wentOn,
    ];
  }

  /** A file is about to be shown that the user only looks at. */
  showInPassing(uri: vscode.Uri): void {
    const isInFront = vscode.window.activeTextEditor?.document.uri.toString() === uri.toString();
    if (!isInFront) this.#passing = uri.toString();
  }

  /** The editor that citations are written into, in front again where it was not; undefined where there is none. */
  async active(): Promise<vscode.TextEditor | undefined> {
    const editor = vscode.window.activeTextEditor;
    if (editor && this.#isDraft(editor.document)) return editor;
    if (editor?.document.uri.toString() !== this.#passing || !this.#last) return undefined;
    const { uri, column } = this.#last;
    if (!isOpen(uri)) return undefined;
    this.#brought = uri.toString();
    return vscode.window.showTextDocument(uri, { viewColumn: column, preserveFocus: true });
  }

  #remember(editor: vscode.TextEditor | undefined): void {
    if (editor && this.#isDraft(editor.document)) {
      this.#last = { uri: editor.document.uri, column: editor.viewColumn };
    }
  }

  #isDraft({ uri }: vscode.TextDocument): boolean {
    return uri.scheme !== 'output' && uri.toString() !== this.#passing && !this.#isSource(uri);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** Whether any tab has a file; what was closed is not meant any more. */
function isOpen({ path }: vscode.Uri): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => {
      // A cell of a notebook has the path of that; a text beside another one is the modified one.
      const { uri, modified } = (input ?? {}) as { uri?: vscode.Uri; modified?: vscode.Uri };
      return (uri ?? modified)?.path === path;
    }),
  );
}
