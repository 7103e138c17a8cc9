import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import type {
  DocumentBibliographies,
  DocumentBibliography,
  DocumentText,
} from '../../workflows/bibliographies/documentBibliographies';
import type { DefinedCommands } from '../citing/syntaxOf';
import { latexCommands } from '../host/settings';
import type { FollowingParts } from '../../workspace/documentFacts';

/** Finds the bibliographies of documents, and the commands that they define. What does so is loaded with the first document that cites. */
export class WorkspaceBibliographies implements DefinedCommands, vscode.Disposable {
  readonly #parts: FollowingParts;
  readonly #sources: () => readonly string[];
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #commandsChanged = new vscode.EventEmitter<readonly string[]>();
  #commands: ReadonlyMap<string, readonly string[]> = new Map();
  #followsCommands = false;
  #finder: Promise<DocumentBibliographies> | undefined;
  #isDisposed = false;

  /** Fires when documents may have other bibliographies than before, but for changes of paper lists. */
  readonly onDidChange = this.#changed.event;
  /** Fires before that the URIs of the files that have other commands to cite by. */
  readonly onDidChangeCommands = this.#commandsChanged.event;

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

  /** The commands that other files of its document define to cite in a file, as far as is known. */
  commandsOf(uri: string): readonly string[] {
    return this.#commands.get(uri) ?? [];
  }

  /** Has the commands known that files define, from now on. */
  async followCommands(): Promise<void> {
    this.#followsCommands = true;
    if (await this.#takeCommands(await this.#found())) this.#changed.fire();
  }

  async #tell(finder: DocumentBibliographies): Promise<void> {
    if (this.#followsCommands) await this.#takeCommands(finder);
    if (!this.#isDisposed) this.#changed.fire();
  }

  /** Takes in what commands are defined now; whether some are others than before. */
  async #takeCommands(finder: DocumentBibliographies): Promise<boolean> {
    const commands = await finder.commands((uri) => latexCommands(vscode.Uri.parse(uri)));
    if (this.#isDisposed) return false;
    const before = this.#commands;
    this.#commands = commands;
    const uris = [...new Set([...before.keys(), ...commands.keys()])].filter(
      (uri) => before.get(uri)?.join() !== commands.get(uri)?.join(),
    );
    if (uris.length > 0) this.#commandsChanged.fire(uris);
    return uris.length > 0;
  }

  #found(): Promise<DocumentBibliographies> {
    this.#finder ??= this.#load();
    return this.#finder;
  }

  async #load(): Promise<DocumentBibliographies> {
    const { DocumentBibliographies } = await import('../../workflows/bibliographies/documentBibliographies');
    const finder = new DocumentBibliographies(this.#parts, this.#sources);
    finder.onDidChange(() => inBackground(this.#tell(finder)));
    if (this.#isDisposed) finder.dispose();
    return finder;
  }

  dispose(): void {
    this.#isDisposed = true;
    inBackground(this.#finder?.then((finder) => finder.dispose()));
    this.#changed.dispose();
    this.#commandsChanged.dispose();
  }
}
