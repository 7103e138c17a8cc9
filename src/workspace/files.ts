/* What the extension needs of the files of a workspace. URIs are strings, as `uri.ts` says. */

import type { FolderLinks } from './folderLinks';
import { comparableUri } from './uri';

/** Files by a glob relative to a folder. */
export interface FileGlob {
  /** URI of the folder. */
  readonly base: string;
  readonly glob: string;
}

export interface FileStat {
  readonly isFolder: boolean;
  /** Bytes. */
  readonly size: number;
  /** When it was last changed, in milliseconds since 1970. */
  readonly mtime: number;
}

export interface FindOptions {
  /** So many files are found at most. */
  readonly limit?: number;
  /** Ends the search; it then gives what it found so far, or nothing. */
  readonly signal?: AbortSignal;
}

/** Told of what happens to files, one by one, as it happens. */
export interface FileListener {
  /** A file or folder is new. What lies in a folder that is new is not always told. */
  created(uri: string): void;
  changed(uri: string): void;
  /** A file or folder is gone; what lay in a folder is gone with it, and not told. */
  deleted(uri: string): void;
  /** The user deleted a file or folder in VS Code; that it is gone is told as well, a little later. */
  removed(uri: string): void;
  /** The text in an open editor changed, or the editor was closed. */
  typed(uri: string): void;
  /** An open editor was saved; that the file changed is told as well, a little later. */
  saved(uri: string): void;
}

/** Settings have changed. */
export interface SettingsChange {
  /** Whether a setting, or a section of settings, is another now. */
  affects(section: string): boolean;
}

/** Which of the things that decide what files there are, and what is wanted of them, has changed. */
export type ScopeChange = 'folders' | 'trust' | SettingsChange;

/** The files of a workspace. */
export interface Files {
  /** Which folders lead to others. */
  readonly links: FolderLinks;
  /** URIs of the workspace folders, in their order. */
  folders(): readonly string[];
  /** The files of a glob, in any order; none of folders that are never read, hidden ones among them. Cancellable. */
  find(glob: FileGlob, options?: FindOptions): Promise<readonly string[]>;
  /** A test for paths relative to a folder: whether the user's settings hide them, or they lie where we never read. */
  excluded(base: string): (path: string) => boolean;
  /** What is at a URI; undefined where nothing is. Rejects where that cannot be known. */
  stat(uri: string): Promise<FileStat | undefined>;
  /** The bytes of a file; rejects where it cannot be read, with `FileMissing` where it does not exist. */
  read(uri: string): Promise<Uint8Array>;
  /** The text of an open editor, whichever way led it to the file, with changes that are not saved; undefined where the file itself is what counts. */
  unsaved(uri: string): string | undefined;
  /** Whether two names that differ in case only are one file there. */
  ignoresCase(uri: string): boolean;
  /** Watches the files and folders of globs, and all open editors, until the returned function is called. */
  watch(globs: readonly FileGlob[], listener: FileListener): () => void;
  /** Tells of changes of the workspace and of settings that decide what is followed, until the returned function is called. */
  onDidChangeScope(listener: (change: ScopeChange) => void): () => void;
}

/** Where it is written what could not be read, and why. */
export interface FileLog {
  warn(message: string): void;
  error(doing: string, error: unknown): void;
}

/** There is no such file (any more). */
export class FileMissing extends Error {
  override readonly name = 'FileMissing';
}

/** What tells a file by a path that somebody wrote: accents can be composed in one and apart in the other. */
export function writtenIdentityOf(files: Pick<Files, 'ignoresCase' | 'links'>, uri: string): string {
  return comparableUri(identityOf(files, uri));
}

/** What tells a file from others: its URI, or what all ways to write its URI have in common. */
export function identityOf(files: Pick<Files, 'ignoresCase' | 'links'>, uri: string): string {
  const followed = files.links.followed(uri);
  return files.ignoresCase(uri) ? followed.toLowerCase() : followed;
}
