import { isRepositoryPage } from '../citations/check';
import { DocumentFacts, type FollowingParts } from '../workspace/documentFacts';
import { filesOfGlob } from '../workspace/selection';
import { encodedPath, folderOf } from '../workspace/uri';

/** Files that can name the bibliography of all documents beside and below them. */
const PROJECT_FILES =
  '**/{_quarto.yml,_quarto.yaml,_metadata.yml,_bookdown.yml,_output.yml,myst.yml,_config.yml,conf.py}';
const NAMES_BIBLIOGRAPHY = /^[ \t]*(-[ \t]+)?(bibliography|bibtex_bibfiles)[ \t]*[:=]/m;
/** Larger files are no project files, in bytes. */
const LARGEST = 1024 * 1024;
/** So many files are looked into at most. */
const MOST_FILES = 2000;

/** Which documents have a bibliography by the project that they belong to. */
export class ProjectBibliographies {
  readonly #facts: DocumentFacts<true>;

  constructor(parts: FollowingParts) {
    this.#facts = new DocumentFacts<true>(
      {
        select: () => filesOfGlob(parts.files, PROJECT_FILES, { log: parts.log, most: MOST_FILES }),
        read: async (_, content) => NAMES_BIBLIOGRAPHY.test(await content.text()) || undefined,
        isSame: () => true,
        largest: LARGEST,
      },
      parts,
    );
  }

  /** Listens to projects that get or lose a bibliography; returns how to stop that. */
  onDidChange(listener: () => void): () => void {
    return this.#facts.onDidChange(({ changed, gone }) => {
      if (changed.length + gone.length > 0) listener();
    });
  }

  /** Whether a project file beside or above a document (or a notebook's cell) names a bibliography for it. */
  async cover(document: string): Promise<boolean> {
    const path = encodedPath(document);
    if (document.startsWith('untitled:') || isRepositoryPage(path)) return false;
    const projects = [...(await this.#facts.all()).keys()];
    return projects.some((file) => path.startsWith(`${folderOf(encodedPath(file))}/`));
  }

  dispose(): void {
    this.#facts.dispose();
  }
}
