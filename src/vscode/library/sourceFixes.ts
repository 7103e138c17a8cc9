import * as vscode from 'vscode';
import { type EditPlan, planOf } from '../../base/editPlan';
import { fileNameOf } from '../../workspace/uri';
import type { SourceProblem } from '../../library/model/problem';
import { isRefusal } from '../../library/writing/editRefusal';
import type { Mending } from '../../library/writing/mending';
import { PlannedAction, resolvePlanned } from '../host/plannedAction';
import { PROBLEM_SOURCE } from '../host/problems';
import { toRange } from '../host/convert';
import { allOf } from '../host/wordList';
import type { LibraryService } from './libraryService';

/** Offers to put right what is wrong with a source, where that is safe. */
export class SourceFixes implements vscode.CodeActionProvider {
  readonly #library: LibraryService;

  constructor(library: LibraryService) {
    this.#library = library;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const ours = diagnostics.filter(({ source }) => source === PROBLEM_SOURCE);
    if (ours.length === 0 || !this.#library.isSource(document.uri)) return [];
    if (this.#library.isCopy(document.uri.toString())) return [];
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

  resolveCodeAction(action: vscode.CodeAction): vscode.CodeAction | Promise<vscode.CodeAction> {
    return resolvePlanned(action);
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
      (change) => new PlannedAction(mendingTitle(change), diagnostic, () => this.#plan(document, change)),
    );
  }

  /** Planned when it is looked at or chosen: that costs as much as reading the source. */
  async #plan(document: vscode.TextDocument, change: Mending): Promise<EditPlan | string> {
    const { uri, version } = document;
    const edits = await this.#library.planChange(document, change);
    if (!isRefusal(edits)) return planOf(uri.toString(), { version }, edits);
    const { refusalSentence } = await import('./editRefusalSentences');
    return refusalSentence(edits, fileNameOf(uri.toString()));
  }
}

function mendingTitle(change: Mending): string {
  switch (change.kind) {
    case 'removeEntry':
      return vscode.l10n.t('Remove this entry');
    case 'replaceKey':
      return vscode.l10n.t('Change the citekey of this entry to “{0}”', change.key);
    case 'setFields':
      return vscode.l10n.t('Add {0} to fill in', allOf(change.fields.map(([name]) => name)));
  }
}

function quickFix(
  document: vscode.TextDocument,
  problem: SourceProblem,
  diagnostic: vscode.Diagnostic,
): vscode.CodeAction {
  const { uri, version } = document;
  const edits = (problem.fix ?? []).map(({ range: { start, end }, newText }) => ({
    start: document.offsetAt(new vscode.Position(start.line, start.character)),
    end: document.offsetAt(new vscode.Position(end.line, end.character)),
    newText,
  }));
  const action = new PlannedAction(fixTitle(problem), diagnostic, () => planOf(uri.toString(), { version }, edits));
  action.isPreferred = true;
  return action;
}

function fixTitle(problem: SourceProblem): string {
  const inserted = (problem.fix ?? []).map(({ newText }) => newText.trim()).join('');
  if (problem.code === 'missing-key') return vscode.l10n.t('Insert the citekey “{0}”', inserted.replace(/,$/, ''));
  if (inserted === '') return vscode.l10n.t('Remove it');
  return vscode.l10n.t('Insert “{0}”', inserted);
}
