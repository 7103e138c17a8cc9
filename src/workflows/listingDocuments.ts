import { CITING_FILES } from '../citations/index/citationIndex';
import { knownSyntax } from '../citations/syntaxes';
import { DocumentFacts, type FollowingParts } from '../workspace/documentFacts';
import { filesOfGlob } from '../workspace/selection';

const LARGEST = 5 * 1024 * 1024;

/** Which documents list all of their bibliography, cited or not (`\nocite{*}`). Nothing is read before it is asked. */
export class ListingDocuments {
  readonly #facts: DocumentFacts<true>;

  constructor(parts: FollowingParts) {
    this.#facts = new DocumentFacts<true>(
      {
        select: () => filesOfGlob(parts.files, CITING_FILES, { log: parts.log }),
        read: async ({ uri }, content) => {
          const text = await content.text();
          const syntax = knownSyntax('', uri, () => text);
          return syntax?.bibliography.listsAll?.(text) || undefined;
        },
        isSame: () => true,
        largest: LARGEST,
      },
      parts,
    );
  }

  /** URIs of these documents. */
  async all(): Promise<string[]> {
    return [...(await this.#facts.all()).keys()];
  }

  dispose(): void {
    this.#facts.dispose();
  }
}
