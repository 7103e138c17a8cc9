import * as vscode from 'vscode';
import type { SourceProblem } from '../../library/model/problem';
import { PROBLEM_SOURCE } from '../host/problems';
import { toRange } from '../host/convert';
import type { LibraryService } from './libraryService';

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

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const ours = diagnostics.filter(({ source }) => source === PROBLEM_SOURCE);
    if (ours.length === 0 || !this.#library.isSource(document.uri)) return [];
    const problems = this.#library.problems(document.uri.toString()).filter(({ fix }) => fix !== undefined);
    return ours.flatMap((diagnostic) => {
      const problem = problems.find(
        ({ code, range }) => code === diagnostic.code && toRange(range).isEqual(diagnostic.range),
      );
      return problem ? [quickFix(document, problem, diagnostic)] : [];
    });
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
