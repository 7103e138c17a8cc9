import * as vscode from 'vscode';
import { NEVER_GLOB } from './excludes';

/** What happened to files, told together. */
export interface FileEvents {
  /** Files that are new or have new content. */
  readonly touched: readonly vscode.Uri[];
  /** Files and folders that are gone; what lay in a folder is gone with it. */
  readonly deleted: readonly vscode.Uri[];
}

/** How long events are gathered before they are told, in milliseconds. */
const GATHER_MS = 50;
/** How long after its appearance a folder is looked into, in milliseconds. */
const LOOK_MS = 400;
/** So many files of a new folder are told at most. */
const MOST_FILES = 5000;
/** So many of the paths that appear together are looked at. */
const MOST_FOLDERS = 200;

/**
 * Watches the files of patterns and every folder above them. Events that come in quick succession, as when another
 * program writes many files, are told as one.
 */
export class FileWatch implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable[] = [];
  readonly #touched = new Map<string, vscode.Uri>();
  readonly #deleted = new Map<string, vscode.Uri>();
  readonly #tell: (events: FileEvents) => void;
  readonly #new = new Map<string, vscode.Uri>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lookTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(patterns: readonly vscode.RelativePattern[], tell: (events: FileEvents) => void) {
    this.#tell = tell;
    for (const pattern of patterns) this.#watch(pattern);
    const folders = vscode.workspace.workspaceFolders ?? [];
    for (const folder of folders) this.#watchFolders(new vscode.RelativePattern(folder, '**'));
  }

  #watch(pattern: vscode.RelativePattern): void {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    this.#subscriptions.push(
      watcher,
      watcher.onDidChange((uri) => this.#gather(this.#touched, uri)),
      watcher.onDidCreate((uri) => this.#gather(this.#touched, uri)),
      watcher.onDidDelete((uri) => this.#gather(this.#deleted, uri)),
    );
  }

  /**
   * A folder that is deleted or renamed is told as the folder alone, which no pattern for files matches. One that appears
   * may already hold files that nobody tells of, as when it was moved here.
   */
  #watchFolders(pattern: vscode.RelativePattern): void {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern, false, true, false);
    this.#subscriptions.push(
      watcher,
      watcher.onDidCreate((uri) => this.#appeared(uri)),
      watcher.onDidDelete((uri) => this.#gather(this.#deleted, uri)),
    );
  }

  #appeared(uri: vscode.Uri): void {
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    // Most files have an extension, most folders have none; to ask for each would cost too much.
    if (/.\.[a-z]\w{0,9}$/i.test(name) || this.#new.size >= MOST_FOLDERS) return;
    this.#new.set(uri.toString(), uri);
    this.#lookTimer ??= setTimeout(() => void this.#look(), LOOK_MS);
  }

  async #look(): Promise<void> {
    this.#lookTimer = undefined;
    const appeared = [...this.#new.values()];
    this.#new.clear();
    for (const uri of appeared) {
      const files = await filesIn(uri);
      for (const file of files) this.#gather(this.#touched, file);
    }
  }

  #gather(events: Map<string, vscode.Uri>, uri: vscode.Uri): void {
    const other = events === this.#touched ? this.#deleted : this.#touched;
    other.delete(uri.toString());
    events.set(uri.toString(), uri);
    this.#timer ??= setTimeout(() => this.#flush(), GATHER_MS);
  }

  #flush(): void {
    this.#timer = undefined;
    const events = { touched: [...this.#touched.values()], deleted: [...this.#deleted.values()] };
    this.#touched.clear();
    this.#deleted.clear();
    this.#tell(events);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#lookTimer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** The files of a folder; none for a file, or for what is gone again. */
async function filesIn(uri: vscode.Uri): Promise<readonly vscode.Uri[]> {
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    if (!(type & vscode.FileType.Directory)) return [];
    return await vscode.workspace.findFiles(new vscode.RelativePattern(uri, '**'), NEVER_GLOB, MOST_FILES);
  } catch {
    // It was deleted in the meantime, which is told as well.
    return [];
  }
}

/** Whether `uri` is `deleted` itself or lies in it. */
export function isIn(deleted: vscode.Uri, uri: vscode.Uri): boolean {
  if (deleted.scheme !== uri.scheme || deleted.authority !== uri.authority) return false;
  return uri.path === deleted.path || uri.path.startsWith(deleted.path + '/');
}
