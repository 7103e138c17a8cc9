import * as vscode from 'vscode';
import { shownLine } from '../../base/shownLine';

/** The problems of one file. */
type FileProblems = readonly [uri: vscode.Uri, problems: readonly vscode.Diagnostic[]];

/**
 * Problems as VS Code shows them. It is told only what differs from what it shows: problems that are told anew close a list of fixes that
 * the user has open, and take the fix that was just chosen away.
 */
export class ProblemCollection implements vscode.Disposable {
  readonly #collection: vscode.DiagnosticCollection;
  /** What is shown of each file, as a text that tells whether something else would be. */
  readonly #shown = new Map<string, string>();

  constructor(name: string) {
    this.#collection = vscode.languages.createDiagnosticCollection(name);
  }

  /** Shows these problems of a file, and no others. */
  set(uri: vscode.Uri, problems: readonly vscode.Diagnostic[]): void {
    const version = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString())?.version;
    this.#set(uri, problems, version);
  }

  /** Shows these problems, and no others; a file stands in the list once. */
  setAll(files: readonly FileProblems[]): void {
    const versions = new Map(vscode.workspace.textDocuments.map((open) => [open.uri.toString(), open.version]));
    const named = new Set(files.map(([uri]) => uri.toString()));
    for (const uri of [...this.#shown.keys()]) if (!named.has(uri)) this.delete(vscode.Uri.parse(uri));
    for (const [uri, problems] of files) this.#set(uri, problems, versions.get(uri.toString()));
  }

  delete(uri: vscode.Uri): void {
    if (this.#shown.delete(uri.toString())) this.#collection.delete(uri);
  }

  /** In a text that was changed since, the marks have moved with it: there, the same problems are other ones. */
  #set(uri: vscode.Uri, problems: readonly vscode.Diagnostic[], version: number | undefined): void {
    if (problems.length === 0) return this.delete(uri);
    const told = `${version} ${JSON.stringify(problems)}`;
    if (this.#shown.get(uri.toString()) === told) return;
    this.#shown.set(uri.toString(), told);
    for (const problem of problems) problem.message = shownLine(problem.message);
    this.#collection.set(uri, problems);
  }

  dispose(): void {
    this.#collection.dispose();
  }
}
