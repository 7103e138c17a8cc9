import type { FileGlob, Files } from '../../workspace/files';

/** A glob for files of a name in all folders, in which nothing else has a meaning beside commas and braces. */
const NAME_ANYWHERE = /^\*\*\/([^/{},\\]+)$/;

/**
 * Looks for the files of several globs. Those for names in all folders below one folder are looked for together, once all are asked for:
 * each search of VS Code starts a process.
 */
export class JoinedSearch {
  readonly #files: Files;
  readonly #signal: AbortSignal;
  /** What is looked for together, by folder. */
  readonly #names = new Map<string, string[]>();
  readonly #found = new Map<string, Promise<readonly string[]>>();

  constructor(files: Files, signal: AbortSignal) {
    this.#files = files;
    this.#signal = signal;
  }

  /** The files of a glob, perhaps with others that are of another one. All globs must be asked for at once. */
  find(place: FileGlob): Promise<readonly string[]> {
    const { base, glob } = place;
    const name = NAME_ANYWHERE.exec(glob)?.[1];
    if (name === undefined) return this.#files.find(place, { signal: this.#signal });
    const names = this.#names.get(base);
    if (names) names.push(name);
    else this.#names.set(base, [name]);
    let found = this.#found.get(base);
    if (!found) {
      found = Promise.resolve().then(() => this.#findNames(base));
      this.#found.set(base, found);
    }
    return found;
  }

  #findNames(base: string): Promise<readonly string[]> {
    const names = [...new Set(this.#names.get(base))];
    const glob = names.length === 1 ? `**/${names[0]}` : `**/{${names.join(',')}}`;
    return this.#files.find({ base, glob }, { signal: this.#signal });
  }
}
