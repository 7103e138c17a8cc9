import * as vscode from 'vscode';
import { PROBLEM_SOURCE } from './problems';

/** Quick fixes of our own problems. What offers them is loaded when a document first has such a problem at hand. */
export class LazyFixes implements vscode.CodeActionProvider {
  readonly #load: () => Promise<vscode.CodeActionProvider>;
  #loaded: Promise<vscode.CodeActionProvider> | undefined;

  constructor(load: () => Promise<vscode.CodeActionProvider>) {
    this.#load = load;
  }

  /** Offers the quick fixes in documents of some kind. */
  register(documents: vscode.DocumentSelector): vscode.Disposable {
    const metadata = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };
    return vscode.languages.registerCodeActionsProvider(documents, this, metadata);
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<(vscode.CodeAction | vscode.Command)[]> {
    if (!context.diagnostics.some(({ source }) => source === PROBLEM_SOURCE)) return [];
    const fixes = await (this.#loaded ??= this.#load());
    return (await fixes.provideCodeActions(document, range, context, token)) ?? [];
  }

  async resolveCodeAction(action: vscode.CodeAction, token: vscode.CancellationToken): Promise<vscode.CodeAction> {
    const fixes = await this.#loaded;
    return (await fixes?.resolveCodeAction?.(action, token)) ?? action;
  }
}
