import { HAS_PATHS, homeFolder } from '#platform/machine';
import picomatch from 'picomatch';
import * as vscode from 'vscode';
import type { SourcePrecedence } from '../../library/keys/candidate';
import { excludeMatcher } from '../host/excludes';
import { folderSettings, userSources } from '../host/settings';
import { isOutOfReach } from './unreachableSources';

/** Files that biblatex writes for its own use. */
const GENERATED = /-blx\.bib$/i;

/** A file that papers are read from. */
export interface SourceFile {
  readonly uri: vscode.Uri;
  /** The workspace folder whose setting led to the file. */
  readonly folder: vscode.WorkspaceFolder | undefined;
  /** Whether the user named the file, or a pattern for it; if not, a default pattern found it. */
  readonly named: boolean;
  /** Which of two files wins where both state a citekey. */
  readonly precedence: SourcePrecedence;
}

/** One entry of the `literatureNotes.sources` setting, resolved for a workspace folder. */
export class SourcePattern {
  #matches: ((path: string) => boolean) | undefined;
  #excluded: ((path: string) => boolean) | undefined;

  /** @param base the folder that the glob is relative to */
  constructor(
    readonly base: vscode.Uri,
    readonly glob: string,
    readonly folder: vscode.WorkspaceFolder | undefined,
    readonly named: boolean,
    readonly precedence: SourcePrecedence,
  ) {}

  /** The path, where the pattern is one and no glob. */
  get literal(): vscode.Uri | undefined {
    return isGlob(this.glob) ? undefined : vscode.Uri.joinPath(this.base, this.glob.replace(/\[\[\]/g, '['));
  }

  get relative(): vscode.RelativePattern {
    return new vscode.RelativePattern(this.base, this.glob);
  }

  /** What to watch: for a path its folder, as a watcher's pattern cannot say every name. */
  get watched(): vscode.RelativePattern {
    const { literal } = this;
    return literal ? new vscode.RelativePattern(vscode.Uri.joinPath(literal, '..'), '*') : this.relative;
  }

  /** The file as a source, where it matches the pattern and is not hidden. */
  match(uri: vscode.Uri): SourceFile | undefined {
    const path = relativePath(this.base, uri);
    if (path === undefined) return undefined;
    // Made when they are needed: compiling the patterns takes longer than all else on activation.
    this.#matches ??= picomatch(this.glob, { dot: true });
    if (!this.#matches(path)) return undefined;
    this.#excluded ??= excludeMatcher(this.base);
    if (this.#excluded(path)) return undefined;
    if (!this.named && GENERATED.test(path)) return undefined;
    return { uri, folder: this.folder, named: this.named, precedence: this.precedence };
  }
}

/** The patterns of all workspace folders, in the order of the folders and of their settings, then the user's own. */
export function sourcePatterns(): SourcePattern[] {
  const patterns: SourcePattern[] = [];
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const settings = folderSettings(folder.uri);
    for (const pattern of settings.sources) {
      const named = !settings.defaultSources.includes(pattern);
      const resolved = resolvePattern(pattern, folder);
      if (resolved) {
        const precedence = { scope: 'workspace', position: patterns.length } as const;
        patterns.push(new SourcePattern(resolved.base, resolved.glob, resolved.folder, named, precedence));
      }
    }
  }
  return [...patterns, ...userPatterns()];
}

function userPatterns(): SourcePattern[] {
  if (!HAS_PATHS) return [];
  return userSources().flatMap((pattern, position) => {
    const { base, glob } = splitAbsolute(pattern) ?? {};
    if (base === undefined || glob === undefined) return [];
    const precedence = { scope: 'user', position } as const;
    return [new SourcePattern(vscode.Uri.file(base), glob, undefined, true, precedence)];
  });
}

/** A file's path as an entry of the setting: relative to its workspace folder, else absolute; special signs escaped. */
export function patternFor(uri: vscode.Uri, folder: vscode.WorkspaceFolder | undefined): string {
  const path = folder && relativePath(folder.uri, uri);
  return (path ?? (uri.scheme === 'file' ? uri.fsPath.replace(/\\/g, '/') : uri.path)).replace(/\[/g, '[[]');
}

/** The path of `uri` below `base`, with `/`; undefined where it lies elsewhere. */
export function relativePath(base: vscode.Uri, uri: vscode.Uri): string | undefined {
  if (base.scheme !== uri.scheme || base.authority !== uri.authority) return undefined;
  const prefix = base.path.endsWith('/') ? base.path : base.path + '/';
  return uri.path.startsWith(prefix) ? uri.path.slice(prefix.length) : undefined;
}

function resolvePattern(pattern: string, folder: vscode.WorkspaceFolder) {
  if (isOutOfReach(pattern)) return undefined;
  const absolute = splitAbsolute(pattern);
  if (!absolute) return { base: folder.uri, glob: forwardSlashes(pattern).replace(/^\.\//, ''), folder };
  // An untrusted workspace must not make us read files elsewhere on the machine.
  if (!vscode.workspace.isTrusted) return undefined;
  const { scheme } = folder.uri;
  const base = scheme === 'file' ? vscode.Uri.file(absolute.base) : folder.uri.with({ path: absolute.base });
  return { base, glob: absolute.glob, folder: vscode.workspace.getWorkspaceFolder(base) };
}

/** An absolute pattern, or one from the home folder, as the folder before its first glob sign and the rest. */
function splitAbsolute(pattern: string): { base: string; glob: string } | undefined {
  const path = forwardSlashes(pattern).replace(/^~(?=\/)/, () => forwardSlashes(homeFolder() ?? '~'));
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
