import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { CitationIndex } from '../../citations/index/citationIndex';
import type { FollowingParts } from '../../workspace/documentFacts';
import { knownSyntaxOfFile } from '../citing/syntaxOf';
import { latexCommands } from '../host/settings';
import type { Log } from '../host/log';
import type { LibraryService } from '../library/libraryService';
import { CitationStore } from './citationStore';

/** What a paper list is read by: not at all. */
const NOT_CITING = '-';

/** Who cites what in the workspace, with what it takes to keep that up to date and between starts. */
export class WorkspaceCitations implements vscode.Disposable {
  readonly index: CitationIndex;
  readonly #library: LibraryService;
  readonly #store: CitationStore;
  readonly #subscription: vscode.Disposable;
  #sources = '';

  constructor(following: FollowingParts, library: LibraryService, storage: vscode.Uri, log: Log) {
    this.#library = library;
    this.#store = new CitationStore(storage, log);
    this.index = new CitationIndex(
      {
        syntaxOf: (uri, text) => (library.isSource(vscode.Uri.parse(uri)) ? undefined : knownSyntaxOfFile(uri, text)),
        rulesFor: (uri) => this.#rules(uri),
        settings: ['literatureNotes.latex', 'literatureNotes.sources'],
      },
      { ...following, store: this.#store },
    );
    this.#subscription = library.onDidChange(() => this.#minded());
  }

  /** The papers have been read: from now on it is known who cites them. A workspace without papers need not be read. */
  start(): void {
    if (this.#library.hasSources) inBackground(this.index.ready());
  }

  #rules(uri: string): string {
    const file = vscode.Uri.parse(uri);
    if (this.#library.isSource(file)) return NOT_CITING;
    return /\.(tex|ltx)$/i.test(file.path) ? latexCommands(file).join(' ') : '';
  }

  /** A document may have become a paper list, or have been one. */
  #minded(): void {
    const sources = this.#library.sources().join('\n');
    if (sources === this.#sources) return;
    this.#sources = sources;
    inBackground(this.index.reconsider());
  }

  dispose(): void {
    this.#subscription.dispose();
    this.index.dispose();
    this.#store.dispose();
  }
}
