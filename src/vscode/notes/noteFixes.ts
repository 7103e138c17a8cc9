import * as vscode from 'vscode';
import type { NoteProblem } from '../../notes/problem';
import { PlannedAction, resolvePlanned } from '../host/plannedAction';
import { PROBLEM_SOURCE } from '../host/problems';
import { QuickFix } from '../host/quickFix';
import { toRange } from '../host/convert';
import { noteSentence } from './noteSentences';
import type { NotesService } from './notesService';

/** Quick fixes of notes: the citekey that a paper has now, and the comparison with a conflict copy. */
export class NoteFixes implements vscode.CodeActionProvider {
  readonly #notes: NotesService;

  constructor(notes: NotesService) {
    this.#notes = notes;
  }

  provideCodeActions(
    { uri }: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const ours = diagnostics.filter(({ source }) => source === PROBLEM_SOURCE);
    const problems = ours.length === 0 ? [] : this.#notes.problemsOf(uri);
    return ours.flatMap((diagnostic) => {
      const problem = problems.find(
        (one) => one.code === diagnostic.code && toRange(one.range).isEqual(diagnostic.range),
      );
      return problem ? this.#fixes(uri, problem, diagnostic) : [];
    });
  }

  resolveCodeAction(action: vscode.CodeAction): vscode.CodeAction | Promise<vscode.CodeAction> {
    return resolvePlanned(action);
  }

  #fixes(uri: vscode.Uri, problem: NoteProblem, diagnostic: vscode.Diagnostic): vscode.CodeAction[] {
    if (problem.code === 'note-key-changed') {
      return [
        this.#keyFix(uri, problem.citekey, problem.now, diagnostic),
        action(vscode.l10n.t('Fix the citekeys of all notes'), diagnostic, 'literatureNotes.fixNoteKeys', []),
      ];
    }
    if (problem.code === 'note-key-ambiguous') {
      return problem.candidates.map((now) => this.#keyFix(uri, problem.citekey, now, diagnostic));
    }
    if (problem.code === 'orphan-note') {
      const title = vscode.l10n.t('Choose the paper of this note');
      return [action(title, diagnostic, 'literatureNotes.linkNote', [[], uri])];
    }
    if (problem.code !== 'conflict-copy') return [];
    return [action(vscode.l10n.t('Compare'), diagnostic, 'vscode.diff', [vscode.Uri.parse(problem.original), uri])];
  }

  #keyFix(uri: vscode.Uri, former: string, now: string, diagnostic: vscode.Diagnostic): vscode.CodeAction {
    const title = vscode.l10n.t('Change the citekey to “{0}”', now);
    const fix = new PlannedAction(title, diagnostic, async () => {
      const planned = await this.#notes.planNewKey(uri, former, now);
      return 'plan' in planned ? planned.plan : noteSentence(planned.problem);
    });
    fix.isPreferred = diagnostic.code === 'note-key-changed';
    return fix;
  }
}

function action(title: string, diagnostic: vscode.Diagnostic, command: string, args: unknown[]): vscode.CodeAction {
  const made = new QuickFix(title, [diagnostic]);
  made.command = { command, title, arguments: args };
  return made;
}
