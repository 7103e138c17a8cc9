import type { LabelRules } from '../citations/syntax';
import { DocumentFacts, type FollowingParts } from '../workspace/documentFacts';
import { filesOfGlob } from '../workspace/selection';

/** Larger files are not looked into for labels, in bytes. */
const LARGEST = 1024 * 1024;
/** So many files are looked into at most. */
const MOST_FILES = 2000;

/** The labels of all files of a syntax, which documents refer to in the same way as they cite papers. */
export class WorkspaceLabels {
  readonly #facts: DocumentFacts<readonly string[]>;

  constructor(rules: LabelRules, parts: FollowingParts) {
    const [extension, ...more] = rules.extensions;
    const glob = `**/*.${more.length > 0 ? `{${rules.extensions.join(',')}}` : extension}`;
    this.#facts = new DocumentFacts<readonly string[]>(
      {
        select: () => filesOfGlob(parts.files, glob, { ...parts, most: MOST_FILES }),
        read: async (_, content) => {
          const names = rules.in(await content.text());
          return names.length > 0 ? names : undefined;
        },
        isSame: (before, now) => before.join('\n') === now.join('\n'),
        largest: LARGEST,
      },
      parts,
    );
  }

  /** Listens to labels that come and go; returns how to stop that. */
  onDidChange(listener: () => void): () => void {
    return this.#facts.onDidChange(({ changed, gone }) => {
      if (changed.length + gone.length > 0) listener();
    });
  }

  /** The names of all labels, as they stand in open editors and files. */
  async all(): Promise<ReadonlySet<string>> {
    return new Set([...(await this.#facts.all()).values()].flat());
  }

  dispose(): void {
    this.#facts.dispose();
  }
}
