import * as vscode from 'vscode';
import type { Log } from '../host/log';
import { OwnFile } from '../host/ownFile';

/** How what is kept in a file is read, and put together with what another window keeps there. */
export interface SharedKind<T> {
  readonly nothing: T;
  read(value: unknown): T;
  merge(a: T, b: T): T;
}

/**
 * What all windows of a user share in a file. Each keeps what it knows: where two write at one moment, what is lost from the file comes back
 * with the next synchronization of its window.
 */
export class SharedFile<T> implements vscode.Disposable {
  readonly #uri: vscode.Uri;
  readonly #file: OwnFile;
  readonly #kind: SharedKind<T>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #log: Log;
  #value: T;
  /** What is in the file as far as is known, and when that was written. */
  #kept: { readonly value: T; readonly mtime: number } | undefined;
  #working: Promise<void> = Promise.resolve();

  /** Fires when there is something else in it. */
  readonly onDidChange = this.#changed.event;

  constructor(folder: vscode.Uri, name: string, kind: SharedKind<T>, log: Log) {
    this.#kind = kind;
    this.#value = kind.nothing;
    this.#log = log;
    this.#uri = vscode.Uri.joinPath(folder, name);
    this.#file = new OwnFile(this.#uri, log);
  }

  get value(): T {
    return this.#value;
  }

  /** Changes it, at once for this window; resolves when it is in the file. */
  change(update: (value: T) => T): Promise<void> {
    this.#set(update(this.#value));
    return this.synchronize();
  }

  /** Takes in what other windows wrote, and writes what they lack. Never rejects. */
  synchronize(): Promise<void> {
    this.#working = this.#working.then(async () => {
      try {
        const mtime = await this.#mtime();
        if (this.#kept?.value === this.#value && this.#kept.mtime === mtime) return;
        const stated = this.#kind.read(await this.#file.read());
        const merged = this.#kind.merge(stated, this.#value);
        this.#set(merged);
        if (JSON.stringify(merged) !== JSON.stringify(stated)) await this.#file.write(merged);
        this.#kept = { value: merged, mtime: await this.#mtime() };
      } catch (error) {
        this.#log.error('Keeping new papers', error);
      }
    });
    return this.#working;
  }

  /** When the file was written; 0 where there is none. */
  async #mtime(): Promise<number> {
    return vscode.workspace.fs.stat(this.#uri).then(
      ({ mtime }) => mtime,
      () => 0,
    );
  }

  #set(value: T): void {
    if (value === this.#value) return;
    const isSame = JSON.stringify(value) === JSON.stringify(this.#value);
    this.#value = value;
    if (!isSame) this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
