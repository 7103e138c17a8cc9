import * as vscode from 'vscode';

/** What happened to files, told together. */
export interface FileEvents {
  /** Files that are new or have new content. */
  readonly touched: readonly vscode.Uri[];
  /** Files and folders that are gone; what lay in a folder is gone with it. */
  readonly deleted: readonly vscode.Uri[];
}

/** How long events are gathered before they are told, in milliseconds. */
const GATHER_MS = 50;

/**
 * Watches the files of patterns and every folder above them. Events that come in quick succession, as when another
 * program writes many files, are told as one.
 */
export class FileWatch implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable[] = [];
  readonly #touched = new Map<string, vscode.Uri>();
  readonly #deleted = new Map<string, vscode.Uri>();
  readonly #tell: (events: FileEvents) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(patterns: readonly vscode.RelativePattern[], tell: (events: FileEvents) => void) {
    this.#tell = tell;
    for (const pattern of patterns) this.#watch(pattern);
    const folders = vscode.workspace.workspaceFolders ?? [];
    for (const folder of folders) this.#watchDeletions(new vscode.RelativePattern(folder, '**'));
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

  /** A folder that is deleted or renamed is told as the folder alone, which no pattern for files matches. */
  #watchDeletions(pattern: vscode.RelativePattern): void {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern, true, true, false);
    this.#subscriptions.push(
      watcher,
      watcher.onDidDelete((uri) => this.#gather(this.#deleted, uri)),
    );
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
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** Whether `uri` is `deleted` itself or lies in it. */
export function isIn(deleted: vscode.Uri, uri: vscode.Uri): boolean {
  if (deleted.scheme !== uri.scheme || deleted.authority !== uri.authority) return false;
  return uri.path === deleted.path || uri.path.startsWith(deleted.path + '/');
}
