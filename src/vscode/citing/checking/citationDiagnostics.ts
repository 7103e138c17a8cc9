import * as vscode from 'vscode';
import { inBackground } from '../../../base/inBackground';
import type { OffsetRange } from '../../../base/position';
import { checkCitations } from '../../../citations/check';
import type { CitationProblem } from '../../../citations/problem';
import { nameOf } from '../../../citations/syntaxes/shared/fileNames';
import { PREFIX, problemSeverity } from '../../host/settings';
import type { Log } from '../../host/log';
import type { LibraryService } from '../../library/libraryService';
import { citationSentence } from './citationSentences';
import type { CitingDocuments } from '../citingDocuments';
import { KeyBeingTyped } from './keyBeingTyped';
import { libraryLookup } from './libraryLookup';
import { ProblemCollection } from '../../host/problemCollection';
import { PROBLEM_SOURCE } from '../../host/problems';
import type { MarkedRetractions } from '../../retractions/markedRetractions';
import type { DocumentSurroundings } from './surroundings';

/** How long a document must be left alone before it is checked, in milliseconds. */
const QUIET_MS = 500;

/** What the check of documents needs of the rest. */
export interface CitationDiagnosticsParts {
  readonly library: LibraryService;
  readonly documents: CitingDocuments;
  readonly surroundings: DocumentSurroundings;
  readonly retractions: MarkedRetractions;
  readonly log: Log;
}

/** Shows what is wrong with the citations of open documents in the Problems panel. */
export class CitationDiagnostics implements vscode.Disposable {
  readonly #parts: CitationDiagnosticsParts;
  readonly #collection = new ProblemCollection('literature-notes-citations');
  readonly #typed = new KeyBeingTyped();
  readonly #waiting = new Set<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: CitationDiagnosticsParts) {
    this.#parts = parts;
    const all = () => this.#schedule(vscode.workspace.textDocuments);
    this.#subscriptions = [
      this.#collection,
      this.#typed,
      this.#typed.onDidEnd((document) => this.#schedule([document])),
      parts.library.onDidChange(all),
      parts.surroundings.onDidChange(all),
      parts.retractions.onDidChange(all),
      vscode.workspace.onDidOpenTextDocument((document) => this.#schedule([document])),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#schedule([document])),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#waiting.delete(document);
        this.#collection.delete(document.uri);
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(PREFIX)) all();
      }),
    ];
    all();
  }

  #schedule(documents: readonly vscode.TextDocument[]): void {
    for (const document of documents) this.#waiting.add(document);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => inBackground(this.#checkWaiting()), QUIET_MS);
  }

  async #checkWaiting(): Promise<void> {
    const documents = [...this.#waiting];
    this.#waiting.clear();
    for (const document of documents) {
      try {
        await this.#check(document);
      } catch (error) {
        this.#parts.log.error(`Checking the citations of ${document.uri.toString()}`, error);
      }
    }
  }

  async #check(document: vscode.TextDocument): Promise<void> {
    const { library, documents, surroundings } = this.#parts;
    const citing = library.isLoaded && isDraft(document) ? documents.of(document) : undefined;
    // Without any paper list nothing is known of any key.
    if (!citing || citing.citations.length === 0 || !library.hasSources) return this.#show(document, []);
    const { version } = document;
    const around = await surroundings.of(document, citing);
    // A newer version has been scheduled already.
    if (document.version !== version || document.isClosed) return;
    const { text, syntax, citations } = citing;
    const problems = checkCitations(
      text,
      syntax,
      citations,
      libraryLookup(library.own, this.#parts.retractions),
      around,
    );
    const isRead = syntax.bibliography.paths(text).every((path) => hasSource(library, nameOf(path)));
    const known = isRead ? problems : problems.filter(({ code }) => code !== 'unknown-key');
    this.#show(document, this.#typed.withoutTyped(document, known));
  }

  #show(document: vscode.TextDocument, problems: readonly CitationProblem[]): void {
    const diagnostics = problems.map((problem) => diagnostic(document, problem)).filter((one) => one !== undefined);
    this.#collection.set(document.uri, diagnostics);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** Whether a bibliography is among the sources; a document whose bibliography is not can cite what the library lacks. */
function hasSource(library: LibraryService, fileName: string): boolean {
  return library.sources().some((uri) => vscode.Uri.parse(uri).path.endsWith(`/${fileName}`));
}

/** Whether somebody writes in the document: not an older version of a file, an output or the like. */
function isDraft({ uri }: vscode.TextDocument): boolean {
  if (uri.scheme === 'untitled' || uri.scheme === 'vscode-notebook-cell') return true;
  return vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
}

function diagnostic(document: vscode.TextDocument, problem: CitationProblem): vscode.Diagnostic | undefined {
  const severity = problemSeverity(problem.code, document);
  if (severity === undefined) return undefined;
  const rangeOf = ({ start, end }: OffsetRange) =>
    new vscode.Range(document.positionAt(start), document.positionAt(end));
  const shown = new vscode.Diagnostic(rangeOf(problem.range), citationSentence(problem), severity);
  shown.code = problem.code;
  shown.source = PROBLEM_SOURCE;
  if (problem.code === 'repeated-key') {
    const first = new vscode.Location(document.uri, rangeOf(problem.first));
    shown.relatedInformation = [new vscode.DiagnosticRelatedInformation(first, vscode.l10n.t('The other place'))];
    shown.tags = [vscode.DiagnosticTag.Unnecessary];
  }
  return shown;
}
