import * as vscode from 'vscode';
import type { ProblemShape } from '../../base/problem';
import { toRange, toSeverity } from './convert';
import { ProblemCollection } from './problemCollection';

/** Who tells of problems, as the Problems panel names it. */
export const PROBLEM_SOURCE = 'Literature Notes';

/** A problem with its place and its sentence, as the API tells it. */
export interface LocatedProblem {
  readonly code: string;
  readonly message: string;
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
  readonly severity: vscode.DiagnosticSeverity;
  readonly related: readonly vscode.Location[];
}

/** Joins a problem of a pure room with its file and its sentence. */
export function locate(uri: vscode.Uri, problem: ProblemShape, message: string): LocatedProblem {
  return {
    code: problem.code,
    message,
    uri,
    range: toRange(problem.range),
    severity: toSeverity(problem.severity),
    related: (problem.related ?? []).map(
      (place) => new vscode.Location(vscode.Uri.parse(place.uri), toRange(place.range)),
    ),
  };
}

/** Shows the problems of sources and notes in the Problems panel. */
export class ProblemsPanel implements vscode.Disposable {
  readonly #collection = new ProblemCollection('literature-notes');
  readonly #problems: () => readonly LocatedProblem[];

  constructor(problems: () => readonly LocatedProblem[]) {
    this.#problems = problems;
  }

  refresh(): void {
    const byUri = new Map<string, { uri: vscode.Uri; diagnostics: vscode.Diagnostic[] }>();
    for (const problem of this.#problems()) {
      const key = problem.uri.toString();
      const file = byUri.get(key) ?? { uri: problem.uri, diagnostics: [] };
      byUri.set(key, file);
      file.diagnostics.push(diagnostic(problem));
    }
    this.#collection.setAll([...byUri.values()].map(({ uri, diagnostics }) => [uri, diagnostics]));
  }

  dispose(): void {
    this.#collection.dispose();
  }
}

function diagnostic(problem: LocatedProblem): vscode.Diagnostic {
  const shown = new vscode.Diagnostic(problem.range, problem.message, problem.severity);
  shown.code = problem.code;
  shown.source = PROBLEM_SOURCE;
  shown.relatedInformation = problem.related.map(
    (place) => new vscode.DiagnosticRelatedInformation(place, vscode.l10n.t('The other place')),
  );
  return shown;
}
