import type { SourcePrecedence } from '../keys/candidate';
import type { FileGlob, Files } from '../../workspace/files';
import { type FollowedFile, GlobMatcher } from '../../workspace/selection';
import { fileNameOf, folderOf, joinPath, relativePath } from '../../workspace/uri';
import type { FolderSources, SourceSettings } from './sourceSettings';

/** Files that biblatex writes for its own use. */
const GENERATED = /-blx\.bib$/i;

/** A file that papers are read from. */
export interface SourceFile extends FollowedFile {
  /** URI of the workspace folder whose setting led to the file. */
  readonly folder: string | undefined;
  /** Whether the user named the file, or a pattern for it; if not, a default pattern found it. */
  readonly named: boolean;
  /** Whether it is a copy of what another program keeps: nobody writes into it. */
  readonly isCopy?: true;
  /** Which of two files wins where both state a citekey. */
  readonly precedence: SourcePrecedence;
  /** Whether its entries are looked at for fields that they lack. */
  readonly checksFields: boolean;
}

/** What is the same for all files of a pattern. */
type PatternFacts = Pick<SourceFile, 'folder' | 'named' | 'isCopy' | 'precedence'>;

/** One entry of the `literatureNotes.sources` setting, resolved for a workspace folder. */
export class SourcePattern {
  readonly #matcher: GlobMatcher;
  readonly #facts: PatternFacts;

  constructor(files: Files, place: FileGlob, facts: PatternFacts) {
    this.#matcher = new GlobMatcher(files, place);
    this.#facts = facts;
  }

  get place(): FileGlob {
    return this.#matcher.place;
  }

  /** The URI of the file, where the pattern is a path and no glob. */
  get literal(): string | undefined {
    const { base, glob } = this.place;
    return isGlob(glob) ? undefined : joinPath(base, glob.replace(/\[\[\]/g, '['));
  }

  /** Whether it looks through a folder, as the user wants it to. */
  get looksThrough(): boolean {
    return this.#facts.named && this.#facts.isCopy === undefined && this.literal === undefined;
  }

  /** Whether its files are in no folder of the workspace. */
  get isElsewhere(): boolean {
    return this.#facts.folder === undefined;
  }

  /** URI of the innermost folder that has all files that can match. */
  get searched(): string {
    const { base, glob } = this.place;
    const fixed = glob.slice(0, glob.slice(0, firstGlobSign(glob)).lastIndexOf('/') + 1);
    return fixed === '' ? base : joinPath(base, fixed.slice(0, -1).replace(/\[\[\]/g, '['));
  }

  /** What to watch: for a path its folder, as a watcher's pattern cannot say every name. */
  get watched(): FileGlob {
    const { literal } = this;
    return literal === undefined ? this.place : { base: folderOf(literal), glob: '*' };
  }

  /** The file as a source, where it matches the pattern and is not hidden. */
  match(uri: string): Omit<SourceFile, 'checksFields'> | undefined {
    const path = this.#matcher.match(uri);
    if (path === undefined || (!this.#facts.named && GENERATED.test(path))) return undefined;
    return { uri, ...this.#facts };
  }
}

/** A pattern with the words of the setting that it is of. */
interface StatedPattern {
  readonly pattern: SourcePattern;
  readonly of: string;
  /** Whether a setting of the workspace names it, and not one of the user's for all workspaces. */
  readonly isOwn: boolean;
}

/** The patterns of all workspace folders, in the order of the folders and of their settings, then the user's own. */
function statedPatterns(files: Files, settings: SourceSettings): StatedPattern[] {
  const patterns: StatedPattern[] = [];
  for (const folder of settings.folders) {
    for (const of of folder.sources) {
      const place = placeOf(of, folder, settings);
      if (!place) continue;
      const named = !folder.defaultSources.includes(of);
      const precedence = { scope: 'workspace', position: patterns.length } as const;
      const pattern = new SourcePattern(files, place, { folder: ownerOf(place.base, settings), named, precedence });
      patterns.push({ pattern, of, isOwn: folder.ownSources.includes(of) });
    }
  }
  return [...patterns, ...userPatterns(files, settings)];
}

/** The patterns of all workspace folders, in the order of the folders and of their settings, then the user's own, then copies. */
export function sourcePatterns(files: Files, settings: SourceSettings): SourcePattern[] {
  return [...statedPatterns(files, settings).map(({ pattern }) => pattern), ...copyPatterns(files, settings)];
}

/**
 * URIs of the folders in which patterns of the user's look for sources, each with those that serve as well: of the folders of a workspace one
 * may have what a setting of the workspace names. What a setting for all workspaces names need not be in this one.
 */
export function namedFolders(files: Files, settings: SourceSettings): string[][] {
  const elsewhere: SourcePattern[] = [];
  const inside = new Map<string, string[]>();
  for (const { pattern, of, isOwn } of statedPatterns(files, settings)) {
    if (!pattern.looksThrough) continue;
    if (pattern.isElsewhere) elsewhere.push(pattern);
    else if (isOwn) inside.set(of, [...(inside.get(of) ?? []), pattern.searched]);
  }
  return [...inside.values(), ...[...new Set(elsewhere.map(({ searched }) => searched))].map((folder) => [folder])];
}

/** Copies of libraries, behind all lists of the user's. One that is not there yet is no problem: it is about to come. */
function copyPatterns(files: Files, { copies, userSources }: SourceSettings): SourcePattern[] {
  return copies.map((uri, i) => {
    const place = { base: folderOf(uri), glob: fileNameOf(uri).replace(/\[/g, '[[]') };
    const precedence = { scope: 'user', position: userSources.length + i } as const;
    return new SourcePattern(files, place, { folder: undefined, named: false, isCopy: true, precedence });
  });
}

function userPatterns(files: Files, settings: SourceSettings): StatedPattern[] {
  return settings.userSources.flatMap((of, position) => {
    const absolute = splitAbsolute(of, settings);
    if (!absolute) return [];
    const place = { base: settings.absolute(absolute.base), glob: absolute.glob };
    const facts = { folder: undefined, named: true, precedence: { scope: 'user', position } } as const;
    return [{ pattern: new SourcePattern(files, place, facts), of, isOwn: false }];
  });
}

/** A file's path as an entry of the setting: relative to its workspace folder, else the given absolute one; signs escaped. */
export function patternFor(uri: string, folder: string | undefined, absolute: string): string {
  const path = folder === undefined ? undefined : relativePath(folder, uri);
  return (path ?? absolute.replace(/\\/g, '/')).replace(/\[/g, '[[]');
}

function placeOf(pattern: string, { uri }: FolderSources, settings: SourceSettings): FileGlob | undefined {
  const absolute = splitAbsolute(pattern, settings);
  if (!absolute) {
    const path = forwardSlashes(pattern).replace(/^\.\//, '');
    const [up] = /^(?:\.\.\/)*/.exec(path) ?? [''];
    if (up === '') return { base: uri, glob: path };
    // A path that leads out of the folder is like an absolute one: only a trusted workspace may name it.
    return settings.isTrusted ? { base: joinPath(uri, up), glob: path.slice(up.length) } : undefined;
  }
  return settings.isTrusted ? { base: settings.absolute(absolute.base, uri), glob: absolute.glob } : undefined;
}

/** The innermost workspace folder that a folder is or lies in. */
function ownerOf(base: string, { folders }: SourceSettings): string | undefined {
  const owners = folders.map(({ uri }) => uri).filter((uri) => uri === base || relativePath(uri, base) !== undefined);
  return owners.sort((a, b) => b.length - a.length)[0];
}

/** An absolute pattern, or one from the home folder, as the folder before its first glob sign and the rest. */
function splitAbsolute(pattern: string, { home }: SourceSettings): { base: string; glob: string } | undefined {
  const path = forwardSlashes(pattern).replace(/^~(?=\/)/, () => forwardSlashes(home ?? '~'));
  if (!path.startsWith('/') && !/^[a-zA-Z]:\//.test(path)) return undefined;
  const slash = path.slice(0, firstGlobSign(path)).lastIndexOf('/');
  return { base: path.slice(0, slash) || '/', glob: path.slice(slash + 1) };
}

/** A path as people write it on Windows, with `/`; a `\` that escapes a glob sign stays. */
function forwardSlashes(path: string): string {
  return path.replace(/\\(?![[\]{}*?!])/g, '/');
}

function isGlob(pattern: string): boolean {
  return firstGlobSign(pattern) < pattern.length;
}

/** Offset of the first `*`, `?`, `{` or `[` that is not the escape `[[]`. */
function firstGlobSign(pattern: string): number {
  for (let i = 0; i < pattern.length; i++) {
    if (pattern.startsWith('[[]', i)) i += 2;
    else if ('*?{['.includes(pattern[i])) return i;
  }
  return pattern.length;
}
