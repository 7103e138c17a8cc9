import * as vscode from 'vscode';

const SCHEME = 'literature-notes-after';

/** A file, and what its text is to become. */
export interface Compared {
  readonly uri: vscode.Uri;
  /** The name that it is to get; the same where it is left out. */
  readonly name?: vscode.Uri;
  /** What it is, where that is in no file; the text at the URI where it is left out. */
  readonly before?: string;
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
    // A notebook's cells differ in their fragments alone.
    const textAt = ({ path, fragment }: vscode.Uri, text: string, which = query) => {
      const uri = vscode.Uri.from({ scheme: SCHEME, path, query: which, fragment });
      this.#texts.set(uri.toString(), text);
      return uri;
    };
    const resources = files.map(({ uri, name = uri, before, after }) => {
      const [changed, own] = [textAt(name, after), before === undefined ? uri : textAt(uri, before, `${query}-before`)];
      return [own, own, changed];
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

/** Closes what was shown under a title, once the question that it was shown for is answered. */
export async function closeComparison(title: string): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  // The label is the title with the number of files; of what is in such a tab, VS Code's API says nothing for sure.
  const shown = tabs.filter(({ label, input }) => label.startsWith(title) && isComparison(input));
  if (shown.length > 0) await vscode.window.tabGroups.close(shown);
}

function isComparison(input: unknown): boolean {
  return input === undefined || (typeof input === 'object' && input !== null && 'textDiffs' in input);
}
