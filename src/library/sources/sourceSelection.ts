import type { FileGlob, Files } from '../../workspace/files';
import type { Selection } from '../../workspace/selection';
import { relativePath } from '../../workspace/uri';
import { type SourceFile, type SourcePattern, sourcePatterns } from './sourcePattern';
import type { SourceSettings } from './sourceSettings';

/** The files that the settings of one moment name as sources. */
export class SourceSelection implements Selection<SourceFile> {
  readonly #files: Files;
  readonly #checksFields: (uri: string) => boolean;
  readonly #patterns: readonly SourcePattern[];

  /** @param checksFields whether the entries of a source are to be looked at for fields that they lack */
  constructor(files: Files, settings: SourceSettings, checksFields: (uri: string) => boolean) {
    this.#files = files;
    this.#checksFields = checksFields;
    this.#patterns = sourcePatterns(files, settings);
  }

  get watched(): readonly FileGlob[] {
    const isInside = ({ base }: FileGlob) =>
      this.#files.folders().some((folder) => folder === base || relativePath(folder, base) !== undefined);
    return this.#patterns.map((pattern) => pattern.watched).filter((place) => !isInside(place));
  }

  /** All sources by precedence: order of folders and patterns, then path. A named path that does not exist is included. */
  async find(signal: AbortSignal): Promise<SourceFile[]> {
    const found = await Promise.all(this.#patterns.map((pattern) => this.#findOne(pattern, signal)));
    return found.flat();
  }

  /** The file as a source by the first pattern that it matches. */
  match(uri: string): SourceFile | undefined {
    const followed = this.#files.links.followed(uri);
    for (const pattern of this.#patterns) {
      const file = this.#matchOne(pattern, followed) ?? this.#matchOne(pattern, uri);
      if (file) return file;
    }
    return undefined;
  }

  async #findOne(pattern: SourcePattern, signal: AbortSignal): Promise<SourceFile[]> {
    const { literal } = pattern;
    const uris = literal === undefined ? await this.#files.find(pattern.place, { signal }) : [literal];
    const files = uris.map((uri) => this.#matchOne(pattern, uri)).filter((file) => file !== undefined);
    const once = new Set(await this.#files.links.once(files.map(({ uri }) => uri)));
    return files.filter(({ uri }) => once.has(uri)).sort((a, b) => (a.uri < b.uri ? -1 : 1));
  }

  #matchOne(pattern: SourcePattern, uri: string): SourceFile | undefined {
    const file = pattern.match(uri);
    return file && { ...file, checksFields: file.isCopy !== true && this.#checksFields(uri) };
  }
}
