import * as vscode from 'vscode';
import type { Surroundings } from '../../../citations/check';
import { ProjectBibliographies } from '../../../workflows/projectBibliographies';
import { WorkspaceLabels } from '../../../workflows/workspaceLabels';
import type { FollowingParts } from '../../../workspace/documentFacts';
import type { LibraryService } from '../../library/libraryService';
import type { CitingDocument } from '../citingDocuments';

/** What is known around documents that decides whether an unknown key in them is a mistake. */
export class DocumentSurroundings implements vscode.Disposable {
  readonly #library: LibraryService;
  readonly #labels: WorkspaceLabels;
  readonly #projects: ProjectBibliographies;

  constructor(library: LibraryService, following: FollowingParts) {
    this.#library = library;
    this.#labels = new WorkspaceLabels(following);
    this.#projects = new ProjectBibliographies(following);
  }

  /** Listens to changes of what `of` told before. */
  onDidChange(listener: () => void): vscode.Disposable {
    const stops = [this.#labels.onDidChange(listener), this.#projects.onDidChange(listener)];
    return new vscode.Disposable(() => stops.forEach((stop) => stop()));
  }

  async of(document: vscode.TextDocument, { syntax, labels }: CitingDocument): Promise<Surroundings> {
    const isTypst = syntax.id === 'typst';
    const set = isTypst ? new Set([...labels, ...(await this.#labels.all())]) : undefined;
    return {
      hasSource: this.#hasOwnSource(),
      projectBibliography: await this.#projects.cover(document.uri.toString()),
      isLabel: set && ((name) => set.has(name)),
    };
  }

  /** A source that comes with the workspace; the user's own library is beside every workspace. */
  #hasOwnSource(): boolean {
    return this.#library.sources().some((uri) => this.#library.folderOf(uri) !== undefined);
  }

  dispose(): void {
    this.#labels.dispose();
    this.#projects.dispose();
  }
}
