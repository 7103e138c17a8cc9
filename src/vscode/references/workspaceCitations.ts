import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { CitationIndex } from '../../citations/index/citationIndex';
import type { FollowingParts } from '../../workspace/documentFacts';
import { knownSyntaxOfFile } from '../citing/syntaxOf';
import { latexCommands } from '../host/settings';
import type { Log } from '../host/log';
import type { LibraryService } from '../library/libraryService';
import type { WorkspaceBibliographies } from '../shell/workspaceBibliographies';
import { CitationStore } from './citationStore';

/** What a paper list is read by: not at all. */
const NOT_CITING = '-';

/** What that takes. */
export interface WorkspaceCitationsParts {
  readonly following: FollowingParts;
  readonly library: LibraryService;
  readonly bibliographies: WorkspaceBibliographies;
  readonly storage: vscode.Uri;
  readonly log: Log;
}

/** Who cites what in the workspace, with what it takes to keep that up to date and between starts. */
export class WorkspaceCitations implements vscode.Disposable {
  readonly index: CitationIndex;
  readonly #library: LibraryService;
  readonly #store: CitationStore;
  readonly #bibliographies: WorkspaceBibliographies;
  readonly #subscriptions: vscode.Disposable[];
  #sources = '';
  /** Whether the commands are looked for that documents are about to be read by. */
  #isPreparing = false;
  #followsCommands = false;

  constructor({ following, library, bibliographies, storage, log }: WorkspaceCitationsParts) {
    this.#library = library;
    this.#bibliographies = bibliographies;
    this.#store = new CitationStore(storage, log);
    this.index = new CitationIndex(
      {
        syntaxOf: (uri, text) =>
          library.isSource(vscode.Uri.parse(uri)) ? undefined : knownSyntaxOfFile(uri, text, bibliographies),
        rulesFor: (uri) => this.#rules(uri),
        prepare: (uris) => this.#prepare(uris),
        settings: ['literatureNotes.latex', 'literatureNotes.sources'],
      },
      { ...following, store: this.#store },
    );
    this.#subscriptions = [
      library.onDidChange(() => this.#minded()),
      bibliographies.onDidChangeCommands((uris) => {
        if (!this.#isPreparing) inBackground(this.index.readAnew(uris));
      }),
    ];
  }

  /** The papers have been read: from now on it is known who cites them. A workspace without papers need not be read. */
  start(): void {
    if (this.#library.hasSources) inBackground(this.index.ready());
  }

  /** The commands that files define for one another are found out first, so that each file is read once. */
  async #prepare(uris: readonly string[]): Promise<void> {
    if (!uris.some(canDefine)) return;
    this.#isPreparing = this.#followsCommands = true;
    try {
      await this.#bibliographies.followCommands();
    } finally {
      this.#isPreparing = false;
    }
  }

  #rules(uri: string): string {
    const file = vscode.Uri.parse(uri);
    if (this.#library.isSource(file)) return NOT_CITING;
    if (!canDefine(file.path)) return '';
    // The first such file may come to be later.
    if (!this.#followsCommands) inBackground(this.#bibliographies.followCommands());
    this.#followsCommands = true;
    return [...latexCommands(file), ...this.#bibliographies.commandsOf(uri)].join(' ');
  }

  /** A document may have become a paper list, or have been one. */
  #minded(): void {
    const sources = this.#library.sources().join('\n');
    if (sources === this.#sources) return;
    this.#sources = sources;
    inBackground(this.index.reconsider());
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.index.dispose();
    this.#store.dispose();
  }
}

/** Whether a file may cite by commands that others define. */
function canDefine(path: string): boolean {
  return /\.(tex|ltx)$/i.test(path);
}
