import * as vscode from 'vscode';
import type { Range } from '../../base/position';
import type { Entry } from '../../library/model/entry';
import type { DetailsProblem } from '../../webview/details/messages';
import { locate, type LocatedProblem, PROBLEM_SOURCE } from '../host/problems';
import { PlannedAction } from '../host/plannedAction';
import { sourceSentence } from '../library/sourceSentences';
import { SourceFixes } from '../library/sourceFixes';
import type { LibraryService } from '../library/libraryService';
import { NoteFixes } from '../notes/noteFixes';
import { noteProblems } from '../notes/noteProblems';
import type { NotesService } from '../notes/notesService';

/** A problem of an entry or of its note, with what puts it right. */
export interface EntryProblem {
  readonly problem: LocatedProblem;
  readonly fixes: readonly vscode.CodeAction[];
}

/** What is wrong with an entry in its source, and with its notes. */
export async function entryProblems(
  entry: Entry,
  library: LibraryService,
  notes: NotesService,
): Promise<EntryProblem[]> {
  const { uri, range } = entry.source;
  const file = vscode.Uri.parse(uri);
  const inSource = library
    .problems(uri)
    .filter((problem) => isIn(problem.range, range))
    .map((problem) => locate(file, problem, sourceSentence(problem)));
  const noteUris = new Set(notes.notesOf(entry.citekey).map((note) => note.uri));
  const inNotes =
    noteUris.size === 0 ? [] : noteProblems(notes).filter((problem) => noteUris.has(problem.uri.toString()));
  const sources = new SourceFixes(library);
  const noteFixes = new NoteFixes(notes);
  return Promise.all([
    ...inSource.map(async (problem) => ({ problem, fixes: await fixesOf(problem, sources) })),
    ...inNotes.map(async (problem) => ({ problem, fixes: await fixesOf(problem, noteFixes) })),
  ]);
}

/** A problem as the page shows it. */
export function shownProblem({ problem, fixes }: EntryProblem): DetailsProblem {
  const severity =
    problem.severity === vscode.DiagnosticSeverity.Error
      ? 'error'
      : problem.severity === vscode.DiagnosticSeverity.Warning
        ? 'warning'
        : 'information';
  return { sentence: problem.message, severity, fixes: fixes.map(({ title }) => title) };
}

/** Puts a problem right. */
export async function carryOutFix(fix: vscode.CodeAction): Promise<void> {
  if (fix instanceof PlannedAction) return fix.carryOut();
  const { command } = fix;
  if (command) await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}

async function fixesOf(problem: LocatedProblem, provider: SourceFixes | NoteFixes): Promise<vscode.CodeAction[]> {
  const document = await vscode.workspace.openTextDocument(problem.uri);
  const diagnostic = new vscode.Diagnostic(problem.range, problem.message, problem.severity);
  diagnostic.source = PROBLEM_SOURCE;
  diagnostic.code = problem.code;
  const context = { diagnostics: [diagnostic], only: undefined, triggerKind: vscode.CodeActionTriggerKind.Invoke };
  return provider.provideCodeActions(document, problem.range, context);
}

function isIn({ start }: Range, { start: from, end: to }: Range): boolean {
  const isAfter = start.line > from.line || (start.line === from.line && start.character >= from.character);
  const isBefore = start.line < to.line || (start.line === to.line && start.character <= to.character);
  return isAfter && isBefore;
}
