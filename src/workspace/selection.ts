import picomatch from 'picomatch';
import type { Clock } from '../base/clock';
import { Cooperation } from '../base/cooperate';
import type { FileGlob, FileLog, Files } from './files';
import { relativePath } from './uri';

/** A file that is followed; whoever follows it may know more of it. Plain data: two that say the same are equal. */
export interface FollowedFile {
  readonly uri: string;
}

/** Which files are followed, as the settings say at one moment. */
export interface Selection<F extends FollowedFile> {
  /** What to watch outside the workspace folders. */
  readonly watched: readonly FileGlob[];
  /** All files, in the order in which whoever asks gets them. */
  find(signal: AbortSignal): Promise<readonly F[]>;
  /** The file as one that is followed, where it is. */
  match(uri: string): F | undefined;
}

/** A compiled glob below a folder that minds what is hidden there. */
export class GlobMatcher {
  readonly #files: Files;
  #matches: ((path: string) => boolean) | undefined;
  #excluded: ((path: string) => boolean) | undefined;

  constructor(
    files: Files,
    readonly place: FileGlob,
  ) {
    this.#files = files;
  }

  /** The path of the file below the glob's folder, where it matches and is not hidden. */
  match(uri: string): string | undefined {
    const { base, glob } = this.place;
    const path = relativePath(base, uri);
    if (path === undefined) return undefined;
    // Made when they are needed: compiling the patterns takes longer than all else on activation.
    this.#matches ??= picomatch(plainParentheses(glob), { dot: true, nocase: this.#files.ignoresCase(base) });
    if (!this.#matches(path)) return undefined;
    this.#excluded ??= this.#files.excluded(base);
    return this.#excluded(path) ? undefined : path;
  }
}

/** A glob in which parentheses mean themselves, as in `library (1).bib`, but where they hold choices: `(a|b)`, `@(a)`. */
function plainParentheses(glob: string): string {
  return glob.replace(/(?<![!@+*?\\])\(([^()|]*)\)/g, '\\($1\\)');
}

/** What is said of the files of a glob in all workspace folders. */
export interface GlobOptions {
  readonly log: FileLog;
  /** So many files are followed at most, where there is a limit; of more, the first by path. */
  readonly most?: number;
  /** By which the event loop is let run while files are sorted out. */
  readonly clock?: Clock;
}

/** The files of a glob in the workspace folders of this moment. */
export function filesOfGlob(
  files: Files,
  glob: string,
  { log, most = Infinity, clock }: GlobOptions,
): Selection<FollowedFile> {
  const matchers = files.folders().map((base) => new GlobMatcher(files, { base, glob }));
  const matches = (uri: string) => matchers.some((matcher) => matcher.match(uri) !== undefined);
  const match = (uri: string) => {
    const way = [files.links.followed(uri), uri].find(matches);
    return way === undefined ? undefined : { uri: way };
  };
  const find = async (signal: AbortSignal) => {
    const found = await Promise.all(matchers.map(({ place }) => files.find(place, { signal })));
    const cooperation = new Cooperation(clock);
    const uris: string[] = [];
    for (const uri of new Set(found.flat())) {
      if (matches(uri)) uris.push(uri);
      await cooperation.yieldIfDue();
    }
    const once = [...(await files.links.once(uris))].sort();
    if (once.length > most) log.warn(`Of ${once.length} files ${glob} only ${most} are looked at`);
    return once.slice(0, most).map((uri) => ({ uri }));
  };
  return { watched: [], find, match };
}
