import * as vscode from 'vscode';
import { isRepositoryPage, type Surroundings } from '../../../citations/check';
import { typstLabels } from '../../../citations/syntaxes/typst';
import { FileFacts } from '../../host/fileFacts';
import type { Log } from '../../host/log';
import { isIn } from '../../host/watch';
import type { LibraryService } from '../../library/libraryService';
import type { CitingDocument, CitingDocuments } from '../citingDocuments';

/** Files that can name the bibliography of all documents beside and below them. */
const PROJECT_FILES =
  '**/{_quarto.yml,_quarto.yaml,_metadata.yml,_bookdown.yml,_output.yml,myst.yml,_config.yml,conf.py}';
const NAMES_BIBLIOGRAPHY = /^[ \t]*(-[ \t]+)?(bibliography|bibtex_bibfiles)[ \t]*[:=]/m;

/** What is known around documents that decides whether an unknown key in them is a mistake. */
export class DocumentSurroundings implements vscode.Disposable {
  readonly #library: LibraryService;
  readonly #documents: CitingDocuments;
  readonly #labels: FileFacts<readonly string[]>;
  readonly #projects: FileFacts<true>;

  constructor(library: LibraryService, documents: CitingDocuments, log: Log) {
    this.#library = library;
    this.#documents = documents;
    this.#labels = new FileFacts('**/*.typ', (text) => nonEmpty(typstLabels(text).map(({ name }) => name)), log);
    this.#projects = new FileFacts(PROJECT_FILES, (text) => NAMES_BIBLIOGRAPHY.test(text) || undefined, log);
  }

  /** Listens to changes of what `of` told before. */
  onDidChange(listener: () => void): vscode.Disposable {
    return vscode.Disposable.from(this.#labels.onDidChange(listener), this.#projects.onDidChange(listener));
  }

  async of(document: vscode.TextDocument, { syntax, labels }: CitingDocument): Promise<Surroundings> {
    const isTypst = syntax.id === 'typst';
    const set = isTypst ? new Set([...labels, ...(await this.#allLabels())]) : undefined;
    return {
      hasSource: this.#hasOwnSource(),
      projectBibliography: await this.#hasProjectBibliography(document.uri),
      isLabel: set && ((name) => set.has(name)),
    };
  }

  /** A source that comes with the workspace; the user's own library is beside every workspace. */
  #hasOwnSource(): boolean {
    return this.#library.sources().some((uri) => this.#library.folderOf(uri) !== undefined);
  }

  /** The labels of all Typst files, of open ones as they are being written. */
  async #allLabels(): Promise<string[]> {
    const saved = [...(await this.#labels.all()).values()].flat();
    const open = vscode.workspace.textDocuments.flatMap((document) => this.#documents.of(document)?.labels ?? []);
    return [...saved, ...open];
  }

  async #hasProjectBibliography({ path, scheme, authority }: vscode.Uri): Promise<boolean> {
    if (scheme === 'untitled' || isRepositoryPage(path)) return false;
    const files = [...(await this.#projects.all()).keys()].map((uri) => vscode.Uri.parse(uri));
    // A notebook's cell has another scheme than the files beside it, but their path.
    return files.some((file) =>
      isIn(vscode.Uri.joinPath(file, '..'), file.with({ path, authority: authority || file.authority })),
    );
  }

  dispose(): void {
    this.#labels.dispose();
    this.#projects.dispose();
  }
}

function nonEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}
