import * as vscode from 'vscode';
import { NEVER_GLOB } from './excludes';
import type { Log } from './log';
import { type FileEvents, FileWatch, isIn } from './watch';

/** Larger files say nothing that is looked for. */
const LARGEST_BYTES = 1024 * 1024;
/** More files are not looked at. */
const MOST_FILES = 2000;
/** How many files are read at a time. */
const AT_ONCE = 8;

/**
 * What the files of one pattern say, each read as one fact. Nothing is read before it is asked for; from then on the files
 * are watched.
 */
export class FileFacts<T> implements vscode.Disposable {
  readonly #glob: string;
  readonly #read: (text: string) => T | undefined;
  readonly #log: Log;
  readonly #facts = new Map<string, T>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #folders: vscode.Disposable;
  #watch: FileWatch | undefined;
  #reading: Promise<void> | undefined;

  /** Fires when a fact is new, changed or gone. */
  readonly onDidChange = this.#changed.event;

  constructor(glob: string, read: (text: string) => T | undefined, log: Log) {
    this.#glob = glob;
    this.#read = read;
    this.#log = log;
    this.#folders = vscode.workspace.onDidChangeWorkspaceFolders(() => {
      if (this.#reading) this.#reading = this.#readAll();
    });
  }

  /** The facts by the URI of their file. */
  async all(): Promise<ReadonlyMap<string, T>> {
    await (this.#reading ??= this.#readAll());
    return this.#facts;
  }

  async #readAll(): Promise<void> {
    this.#watch?.dispose();
    const folders = vscode.workspace.workspaceFolders ?? [];
    const patterns = folders.map((folder) => new vscode.RelativePattern(folder, this.#glob));
    this.#watch = new FileWatch(patterns, (events) => void this.#follow(events));
    this.#facts.clear();
    if (patterns.length > 0) await this.#take(await vscode.workspace.findFiles(this.#glob, NEVER_GLOB, MOST_FILES));
  }

  async #follow({ touched, deleted }: FileEvents): Promise<void> {
    for (const uri of [...this.#facts.keys()]) {
      if (deleted.some((gone) => isIn(gone, vscode.Uri.parse(uri)))) this.#facts.delete(uri);
    }
    await this.#take(touched);
    this.#changed.fire();
  }

  async #take(uris: readonly vscode.Uri[]): Promise<void> {
    const waiting = [...uris];
    const readNext = async () => {
      for (let uri = waiting.shift(); uri !== undefined; uri = waiting.shift()) await this.#takeFile(uri);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, readNext));
  }

  async #takeFile(uri: vscode.Uri): Promise<void> {
    const id = uri.toString();
    try {
      const { type, size } = await vscode.workspace.fs.stat(uri);
      const isText = !(type & vscode.FileType.Directory) && size <= LARGEST_BYTES;
      const fact = isText ? this.#read(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))) : undefined;
      if (fact === undefined) this.#facts.delete(id);
      else this.#facts.set(id, fact);
    } catch (error) {
      this.#facts.delete(id);
      const isGone = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
      if (!isGone) this.#log.error(`Reading ${id}`, error);
    }
  }

  dispose(): void {
    this.#watch?.dispose();
    this.#folders.dispose();
    this.#changed.dispose();
  }
}
