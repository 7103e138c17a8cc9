import * as vscode from 'vscode';
import picomatch from 'picomatch';
import { excludeMatcher } from '../host/excludes';
import { folderSettings } from '../host/settings';

/** A file that papers are read from. */
export interface SourceFile {
  readonly uri: vscode.Uri;
  /** The workspace folder whose setting led to the file. */
  readonly folder: vscode.WorkspaceFolder | undefined;
  /** Whether the user named the file, or a pattern for it; if not, a default pattern found it. */
  readonly named: boolean;
  /** Place of the pattern in the setting; among files that state the same citekey the lower one wins. */
  readonly order: number;
}

/** One entry of the `literatureNotes.sources` setting, resolved for a workspace folder. */
export class SourcePattern {
  readonly #matches: (path: string) => boolean;
  readonly #excluded: (path: string) => boolean;

  /** @param base the folder that the glob is relative to */
  constructor(
    readonly base: vscode.Uri,
    readonly glob: string,
    readonly folder: vscode.WorkspaceFolder | undefined,
    readonly named: boolean,
    readonly order: number,
  ) {
    this.#matches = picomatch(glob, { dot: true });
    this.#excluded = excludeMatcher(base);
  }

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
    if (path === undefined || !this.#matches(path) || this.#excluded(path)) return undefined;
    return { uri, folder: this.folder, named: this.named, order: this.order };
  }
}

/** The patterns of all workspace folders, in the order of the folders and of their settings. */
export function sourcePatterns(): SourcePattern[] {
  const patterns: SourcePattern[] = [];
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const settings = folderSettings(folder.uri);
    for (const pattern of settings.sources) {
      const named = !settings.defaultSources.includes(pattern);
      const resolved = resolvePattern(pattern, folder);
      if (resolved) {
        patterns.push(new SourcePattern(resolved.base, resolved.glob, resolved.folder, named, patterns.length));
      }
    }
  }
  return patterns;
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
  const path = pattern.replace(/\\(?![[\]{}*?!])/g, '/');
  if (!isAbsolute(path)) return { base: folder.uri, glob: path.replace(/^\.\//, ''), folder };
  // An untrusted workspace must not make us read files elsewhere on the machine.
  if (!vscode.workspace.isTrusted) return undefined;
  const slash = path.slice(0, firstGlobSign(path)).lastIndexOf('/');
  const base =
    folder.uri.scheme === 'file'
      ? vscode.Uri.file(path.slice(0, slash) || '/')
      : folder.uri.with({ path: path.slice(0, slash) || '/' });
  const inside = vscode.workspace.getWorkspaceFolder(base);
  return { base, glob: path.slice(slash + 1), folder: inside };
}

function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[a-zA-Z]:\//.test(path);
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
