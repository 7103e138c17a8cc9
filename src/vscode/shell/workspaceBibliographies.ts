import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import type {
  DocumentBibliographies,
  DocumentBibliography,
  DocumentText,
} from '../../workflows/bibliographies/documentBibliographies';
import type { FollowingParts } from '../../workspace/documentFacts';

/** Finds the bibliographies of documents. What does so is loaded with the first document that cites. */
export class WorkspaceBibliographies implements vscode.Disposable {
  readonly #parts: FollowingParts;
  readonly #sources: () => readonly string[];
  readonly #changed = new vscode.EventEmitter<void>();
  #finder: Promise<DocumentBibliographies> | undefined;
  #isDisposed = false;

  /** Fires when documents may have other bibliographies than before, but for changes of paper lists. */
  readonly onDidChange = this.#changed.event;

  /** @param sources gives the URIs of all paper lists */
  constructor(parts: FollowingParts, sources: () => readonly string[]) {
    this.#parts = parts;
    this.#sources = sources;
  }

  /** The bibliography of a document; undefined where neither it nor its project names one. */
  async of(document: DocumentText): Promise<DocumentBibliography | undefined> {
    return (await this.#found()).of(document);
  }

  /**
   * Whether a project file beside or above a document (or a notebook's cell) names a bibliography for it.
   * @param syntax the name of the document's syntax
   */
  async cover(document: string, syntax: string): Promise<boolean> {
    return (await this.#found()).projects.cover(document, syntax);
  }

  #found(): Promise<DocumentBibliographies> {
    this.#finder ??= this.#load();
    return this.#finder;
  }

  async #load(): Promise<DocumentBibliographies> {
    const { DocumentBibliographies } = await import('../../workflows/bibliographies/documentBibliographies');
    const finder = new DocumentBibliographies(this.#parts, this.#sources);
    finder.onDidChange(() => this.#changed.fire());
    if (this.#isDisposed) finder.dispose();
    return finder;
  }

  dispose(): void {
    this.#isDisposed = true;
    inBackground(this.#finder?.then((finder) => finder.dispose()));
    this.#changed.dispose();
  }
}
