import * as vscode from 'vscode';
import type { SourceProblem } from '../../library/model/problem';
import { isRefusal } from '../../library/writing/editRefusal';
import type { Mending } from '../../library/writing/mending';
import { PROBLEM_SOURCE } from '../host/problems';
import { toRange } from '../host/convert';
import { tell } from '../host/tell';
import { refusalSentence } from './editRefusalSentences';
import type { LibraryService } from './libraryService';
import { nameOf, toWorkspaceEdit } from './sourceEdits';

/** Documents that can be sources. */
const SOURCES: vscode.DocumentSelector = [{ pattern: '**/*.{bib,ris,json,yaml,yml,txt}' }];

/** Offers to put right what is wrong with a source, where that is safe. */
export class SourceFixes implements vscode.CodeActionProvider {
  readonly #library: LibraryService;

  constructor(library: LibraryService) {
    this.#library = library;
  }

  register(): vscode.Disposable {
    const metadata = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };
    return vscode.languages.registerCodeActionsProvider(SOURCES, this, metadata);
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const ours = diagnostics.filter(({ source }) => source === PROBLEM_SOURCE);
    if (ours.length === 0 || !this.#library.isSource(document.uri)) return [];
    const problems = this.#library.problems(document.uri.toString());
    const actions = ours.map(async (diagnostic) => {
      const problem = problems.find(
        ({ code, range }) => code === diagnostic.code && toRange(range).isEqual(diagnostic.range),
      );
      if (!problem) return [];
      if (problem.fix) return [quickFix(document, problem, diagnostic)];
      return this.#mendings(document, problem, diagnostic);
    });
    return (await Promise.all(actions)).flat();
  }

  /** Plans the change when it is chosen: that costs as much as reading the source. */
  async resolveCodeAction(action: vscode.CodeAction): Promise<vscode.CodeAction> {
    if (!(action instanceof MendingAction)) return action;
    const { document, change } = action;
    const { version } = document;
    const edits = await this.#library.planChange(document, change);
    const refusal = isRefusal(edits) ? edits : document.version === version ? undefined : { code: 'no-entry' as const };
    if (refusal) tell(refusalSentence(refusal, nameOf(document.uri)), 'warning');
    else action.edit = toWorkspaceEdit(document, isRefusal(edits) ? [] : edits);
    return action;
  }

  async #mendings(
    document: vscode.TextDocument,
    problem: SourceProblem,
    diagnostic: vscode.Diagnostic,
  ): Promise<vscode.CodeAction[]> {
    const format = this.#library.formatOf(document.uri);
    if (format === undefined) return [];
    const { mendingsOf } = await import('../../library/writing/mending');
    const at = document.offsetAt(diagnostic.range.start);
    const isTaken = (key: string) => this.#library.own.resolve(key) !== undefined;
    return mendingsOf(problem, { format, text: document.getText(), at, isTaken }).map(
      (change) => new MendingAction(document, change, diagnostic),
    );
  }
}

/** An action whose edits are found out when it is chosen. */
class MendingAction extends vscode.CodeAction {
  readonly document: vscode.TextDocument;
  readonly change: Mending;

  constructor(document: vscode.TextDocument, change: Mending, diagnostic: vscode.Diagnostic) {
    super(mendingTitle(change), vscode.CodeActionKind.QuickFix);
    this.document = document;
    this.change = change;
    this.diagnostics = [diagnostic];
  }
}

function mendingTitle(change: Mending): string {
  switch (change.kind) {
    case 'removeEntry':
      return vscode.l10n.t('Remove this entry');
    case 'replaceKey':
      return vscode.l10n.t('Change the citekey of this entry to “{0}”', change.key);
    case 'setFields':
      return vscode.l10n.t('Add {0} to fill in', change.fields.map(([name]) => name).join(', '));
  }
}

function quickFix(
  document: vscode.TextDocument,
  problem: SourceProblem,
  diagnostic: vscode.Diagnostic,
): vscode.CodeAction {
  const action = new vscode.CodeAction(fixTitle(problem), vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of problem.fix ?? []) action.edit.replace(document.uri, toRange(range), newText);
  action.diagnostics = [diagnostic];
  action.isPreferred = true;
  return action;
}

function fixTitle(problem: SourceProblem): string {
  const inserted = (problem.fix ?? []).map(({ newText }) => newText.trim()).join('');
  if (problem.code === 'missing-key') return vscode.l10n.t('Insert the citekey “{0}”', inserted.replace(/,$/, ''));
  if (inserted === '') return vscode.l10n.t('Remove it');
  return vscode.l10n.t('Insert “{0}”', inserted);
}
