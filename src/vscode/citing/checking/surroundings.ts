import * as vscode from 'vscode';
import type { Surroundings } from '../../../citations/check';
import { SYNTAXES } from '../../../citations/syntaxes';
import type { WorkspaceBibliographies } from '../../shell/workspaceBibliographies';
import { WorkspaceLabels } from '../../../workflows/workspaceLabels';
import type { FollowingParts } from '../../../workspace/documentFacts';
import type { LibraryService } from '../../library/libraryService';
import type { CitingDocument } from '../citingDocuments';
import { documentText } from '../bibliography/wholeDocument';
import { libraryLookup } from './libraryLookup';

/** What is known around documents that decides whether an unknown key in them is a mistake. */
export class DocumentSurroundings implements vscode.Disposable {
  readonly #library: LibraryService;
  /** The labels in the files of each syntax that has any, by its name. */
  readonly #labels: ReadonlyMap<string, WorkspaceLabels>;
  readonly #bibliographies: WorkspaceBibliographies;

  constructor(library: LibraryService, bibliographies: WorkspaceBibliographies, following: FollowingParts) {
    this.#library = library;
    const labelled = Object.values(SYNTAXES).filter(({ labels }) => labels);
    this.#labels = new Map(labelled.map(({ id, labels }) => [id, new WorkspaceLabels(labels!, following)]));
    this.#bibliographies = bibliographies;
  }

  /** Listens to changes of what `of` told before. */
  onDidChange(listener: () => void): vscode.Disposable {
    const stops = [...this.#labels.values()].map((facts) => facts.onDidChange(listener));
    const change = this.#bibliographies.onDidChange(listener);
    return vscode.Disposable.from(change, ...stops.map((stop) => new vscode.Disposable(stop)));
  }

  async of(document: vscode.TextDocument, citing: CitingDocument): Promise<Surroundings> {
    const shared = this.#hasUnknown(citing) ? await this.#labels.get(citing.syntax.id)?.all() : undefined;
    const set = shared && new Set([...citing.labels, ...shared]);
    return {
      inBibliography: await this.#inBibliography(document, citing),
      hasSource: this.#hasOwnSource(),
      projectBibliography: await this.#bibliographies.cover(document.uri.toString(), citing.syntax.id),
      isLabel: set && ((name) => set.has(name)),
    };
  }

  /** Whether the document's bibliography has a key, where all of it could be read. */
  async #inBibliography(document: vscode.TextDocument, citing: CitingDocument) {
    const bibliography = await this.#bibliographies.of(documentText(document, citing));
    if (!bibliography || bibliography.notFound.length > 0 || bibliography.sources.length === 0) return undefined;
    const isRead = bibliography.sources.every((uri) => this.#library.formatOf(vscode.Uri.parse(uri)) !== undefined);
    const sources = new Set(bibliography.sources);
    return isRead ? (key: string) => [...this.#library.own.sourcesOf(key)].some((uri) => sources.has(uri)) : undefined;
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
