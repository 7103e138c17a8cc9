import * as vscode from 'vscode';
import type { Surroundings } from '../../../citations/check';
import { SYNTAXES } from '../../../citations/syntaxes';
import type { DocumentBibliographies } from '../../../workflows/bibliographies/documentBibliographies';
import { WorkspaceLabels } from '../../../workflows/workspaceLabels';
import type { FollowingParts } from '../../../workspace/documentFacts';
import type { LibraryService } from '../../library/libraryService';
import type { CitingDocument } from '../citingDocuments';
import { libraryLookup } from './libraryLookup';

/** What is known around documents that decides whether an unknown key in them is a mistake. */
export class DocumentSurroundings implements vscode.Disposable {
  readonly #library: LibraryService;
  /** The labels in the files of each syntax that has any, by its name. */
  readonly #labels: ReadonlyMap<string, WorkspaceLabels>;
  readonly #bibliographies: DocumentBibliographies;

  constructor(library: LibraryService, bibliographies: DocumentBibliographies, following: FollowingParts) {
    this.#library = library;
    const labelled = Object.values(SYNTAXES).filter(({ labels }) => labels);
    this.#labels = new Map(labelled.map(({ id, labels }) => [id, new WorkspaceLabels(labels!, following)]));
    this.#bibliographies = bibliographies;
  }

  /** Listens to changes of what `of` told before. */
  onDidChange(listener: () => void): vscode.Disposable {
    const stops = [...this.#labels.values(), this.#bibliographies].map((facts) => facts.onDidChange(listener));
    return new vscode.Disposable(() => stops.forEach((stop) => stop()));
  }

  async of(document: vscode.TextDocument, citing: CitingDocument): Promise<Surroundings> {
    const shared = this.#hasUnknown(citing) ? await this.#labels.get(citing.syntax.id)?.all() : undefined;
    const set = shared && new Set([...citing.labels, ...shared]);
    return {
      hasSource: this.#hasOwnSource(),
      projectBibliography: await this.#bibliographies.projects.cover(document.uri.toString()),
      isLabel: set && ((name) => set.has(name)),
    };
  }

  /** Whether a key is cited that is no paper's; only then do the labels of other files matter. */
  #hasUnknown({ citations }: CitingDocument): boolean {
    const lookup = libraryLookup(this.#library.own);
    return citations.some(({ items }) => items.some(({ key }) => !lookup.find(key)));
  }

  /** A source that comes with the workspace; the user's own library is beside every workspace. */
  #hasOwnSource(): boolean {
    return this.#library.sources().some((uri) => this.#library.folderOf(uri) !== undefined);
  }

  dispose(): void {
    for (const labels of this.#labels.values()) labels.dispose();
  }
}
