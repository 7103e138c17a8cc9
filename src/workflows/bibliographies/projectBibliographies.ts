import { isRepositoryPage } from '../../citations/check';
import { DocumentFacts, type FollowingParts } from '../../workspace/documentFacts';
import { filesOfGlob } from '../../workspace/selection';
import { encodedPath, fileNameOf, folderOf, joinPath } from '../../workspace/uri';
import type { NamedBibliography } from './namedBibliography';
import { type ProjectFile, readProjectFile } from './projectFile';

/** Files that can name the bibliography of all documents beside and below them. */
const PROJECT_FILES =
  '**/{_quarto.yml,_quarto.yaml,_metadata.yml,_bookdown.yml,_output.yml,index.Rmd,myst.yml,_config.yml,conf.py}';
/** Larger files are no project files, in bytes. */
const LARGEST = 1024 * 1024;
/** So many files are looked into at most. */
const MOST_FILES = 2000;

/** Which bibliographies documents have by the projects that they belong to. */
export class ProjectBibliographies {
  readonly #facts: DocumentFacts<ProjectFile>;

  constructor(parts: FollowingParts) {
    this.#facts = new DocumentFacts<ProjectFile>(
      {
        select: () => filesOfGlob(parts.files, PROJECT_FILES, { log: parts.log, most: MOST_FILES }),
        read: async ({ uri }, content) => readProjectFile(fileNameOf(uri), await content.text()),
        isSame: (before, now) => JSON.stringify(before) === JSON.stringify(now),
        largest: LARGEST,
      },
      parts,
    );
  }

  /** Listens to projects whose bibliography changes; returns how to stop that. */
  onDidChange(listener: () => void): () => void {
    return this.#facts.onDidChange(({ changed, gone }) => {
      if (changed.length + gone.length > 0) listener();
    });
  }

  /** Whether a project file beside or above a document (or a notebook's cell) names a bibliography for it. */
  async cover(document: string): Promise<boolean> {
    return (await this.#above(document)).some(([, { paths }]) => paths.length > 0);
  }

  /**
   * The bibliographies that project files beside and above a document name for it, those of the nearest first.
   * @param syntax the name of the document's syntax
   */
  async of(document: string, syntax: string): Promise<NamedBibliography[]> {
    const files = (await this.#above(document)).filter(([, { jekyll }]) => (jekyll ?? false) === (syntax === 'jekyll'));
    files.sort(([a], [b]) => folderOf(b).length - folderOf(a).length);
    return files.flatMap(([uri, { paths, folder, hasAll }]) => {
      const base = folder === undefined ? folderOf(uri) : joinPath(folderOf(uri), folder);
      return hasAll ? [{ folder: base }] : paths.map((path) => ({ path, folder: base }));
    });
  }

  async #above(document: string): Promise<[string, ProjectFile][]> {
    const path = encodedPath(document);
    if (document.startsWith('untitled:') || isRepositoryPage(path)) return [];
    const files = await this.#facts.all();
    return [...files].filter(([file]) => {
      const isBook = fileNameOf(file) !== 'index.Rmd' || files.has(`${folderOf(file)}/_bookdown.yml`);
      return isBook && path.startsWith(`${folderOf(encodedPath(file))}/`);
    });
  }

  dispose(): void {
    this.#facts.dispose();
  }
}
