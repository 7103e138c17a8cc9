import { isRepositoryPage } from '../../citations/check';
import { DocumentFacts, type FollowingParts } from '../../workspace/documentFacts';
import { filesOfGlob } from '../../workspace/selection';
import { encodedPath, fileNameOf, folderOf, joinPath } from '../../workspace/uri';
import type { NamedBibliography } from './namedBibliography';
import { placesOf } from './paths';
import { isQuartoProject, PROJECT_FILES, type ProjectFile, readProjectFile } from './projectFile';

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

  /**
   * Whether a project file beside or above a document (or a notebook's cell) names a bibliography for it.
   * @param syntax the name of the document's syntax
   */
  async cover(document: string, syntax: string): Promise<boolean> {
    return (await this.#above(document, syntax)).some(([, { paths }]) => paths.length > 0);
  }

  /**
   * The bibliographies that project files beside and above a document name for it, those of the nearest first.
   * @param syntax the name of the document's syntax
   */
  async of(document: string, syntax: string): Promise<NamedBibliography[]> {
    const above = await this.#above(document, syntax);
    const files = syntax === 'jekyll' ? above.filter(([, { only }]) => only === syntax) : above;
    files.sort(([a], [b]) => folderOf(b).length - folderOf(a).length);
    return files.flatMap(([uri, { paths, folder, hasAll }]) => {
      const base = folder === undefined ? folderOf(uri) : joinPath(folderOf(uri), folder);
      return hasAll ? [{ folder: base }] : paths.map((path) => ({ path, folder: base }));
    });
  }

  /** The folder of the Quarto project that a document belongs to; undefined where there is none. */
  async rootOf(document: string): Promise<string | undefined> {
    const above = await this.#above(document, 'pandoc');
    const roots = above.filter(([uri]) => isQuartoProject(fileNameOf(uri))).map(([uri]) => folderOf(uri));
    return roots.sort((a, b) => b.length - a.length).at(0);
  }

  async #above(document: string, syntax: string): Promise<[string, ProjectFile][]> {
    const path = encodedPath(document);
    if (document.startsWith('untitled:') || isRepositoryPage(path)) return [];
    const files = await this.#facts.all();
    return [...files].filter(([file, { only, inputs }]) => {
      if (syntax === 'org' ? only !== 'org' : only !== undefined && only !== syntax) return false;
      const isBook = fileNameOf(file) !== 'index.Rmd' || files.has(`${folderOf(file)}/_bookdown.yml`);
      const folder = folderOf(file);
      return isBook && path.startsWith(`${encodedPath(folder)}/`) && (!inputs || isInput(path, folder, inputs));
    });
  }

  dispose(): void {
    this.#facts.dispose();
  }
}

/** Whether a document is among those that are named, or beside the file that names none. */
function isInput(path: string, folder: string, inputs: readonly string[]): boolean {
  if (inputs.length === 0) return folderOf(path) === encodedPath(folder);
  return inputs.some((input) => placesOf(input, folder).some((place) => encodedPath(place) === path));
}
