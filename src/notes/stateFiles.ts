import { DocumentFacts, type FollowingParts } from '../workspace/documentFacts';
import type { FollowedFile } from '../workspace/selection';
import type { NoteProblem } from './problem';
import type { KeptStatus, readStateFile, StateFile } from './stateFile';

/** Larger files are no state files, in bytes. */
const LARGEST = 4 * 1024 * 1024;
const SETTINGS = ['literatureNotes.notes.folder', 'literatureNotes.notes.stateFile'];
const NONE: StateFile = { kept: new Map(), problems: [] };

/** The YAML reader is loaded with the first such file, not on activation. */
let reader: Promise<{ readonly readStateFile: typeof readStateFile }> | undefined;

/** The state files of a workspace, one a folder, kept up to date with the files and with what is typed into them. */
export class StateFiles {
  readonly #facts: DocumentFacts<StateFile>;
  /** What was told of each file. */
  readonly #files = new Map<string, StateFile>();
  readonly #listeners = new Set<(citekeys: readonly string[]) => void>();

  /** @param fileOf the URI of a workspace folder's state file, as the settings are now; undefined where there is to be none */
  constructor(fileOf: (folder: string) => string | undefined, parts: FollowingParts) {
    this.#facts = new DocumentFacts<StateFile>(
      {
        select: () => {
          const uris = new Set(parts.files.folders().map(fileOf));
          const found = [...uris].filter((uri) => uri !== undefined).map((uri): FollowedFile => ({ uri }));
          return {
            watched: [],
            find: () => Promise.resolve(found),
            match: (uri: string) => found.find((file) => file.uri === uri),
          };
        },
        read: async (_, content) => (await (reader ??= import('./stateFile'))).readStateFile(await content.text()),
        largest: LARGEST,
        settings: SETTINGS,
      },
      parts,
    );
    this.#facts.onDidChange(({ changed, gone }) => {
      const citekeys = [...gone, ...changed.map(({ uri }) => uri)].flatMap((uri) => this.#take(uri));
      for (const listener of this.#listeners) listener([...new Set(citekeys)]);
    });
  }

  /** Listens to the citekeys whose kept status is another now; returns how to stop that. */
  onDidChange(listener: (citekeys: readonly string[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The papers of which a status is kept. */
  citekeys(): string[] {
    return [...new Set([...this.#files.values()].flatMap(({ kept }) => [...kept.keys()]))];
  }

  /** The status that is kept of a paper, and in which file. */
  statusOf(citekey: string): { readonly uri: string; readonly status: string } | undefined {
    for (const [uri, { kept }] of this.#files) {
      const status = kept.get(citekey)?.status;
      if (status !== undefined) return { uri, status };
    }
    return undefined;
  }

  /** What is wrong with the files, and where one says something else than a note does. */
  problems(statedOf: (citekey: string) => string | undefined): { uri: string; problems: NoteProblem[] }[] {
    return [...this.#files].map(([uri, { kept, problems }]) => {
      const differing = [...kept.values()].flatMap((one) => differenceOf(one, statedOf(one.citekey)));
      return { uri, problems: [...problems, ...differing] };
    });
  }

  /** Looks for the files and reads them. Resolves when they have been read. */
  reload(): Promise<void> {
    return this.#facts.reload();
  }

  /** Reads a file now, if it is one of these, before anybody tells of it. */
  add(uri: string): Promise<void> {
    return this.#facts.take(uri);
  }

  /** The citekeys of which a file says something else than before. */
  #take(uri: string): string[] {
    const before = this.#files.get(uri) ?? NONE;
    const now = this.#facts.get(uri);
    if (now) this.#files.set(uri, now);
    else this.#files.delete(uri);
    const keys = [...before.kept.keys(), ...(now ?? NONE).kept.keys()];
    return keys.filter((key) => before.kept.get(key)?.status !== now?.kept.get(key)?.status);
  }

  dispose(): void {
    this.#facts.dispose();
    this.#listeners.clear();
  }
}

function differenceOf({ citekey, status, range }: KeptStatus, stated: string | undefined): NoteProblem[] {
  if (stated === undefined || stated === status) return [];
  return [{ code: 'state-differs', severity: 'warning', citekey, status, stated, range }];
}
