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
  readonly #file: OwnFile;
  readonly #kind: SharedKind<T>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #log: Log;
  #value: T;
  #working: Promise<void> = Promise.resolve();

  /** Fires when there is something else in it. */
  readonly onDidChange = this.#changed.event;

  constructor(folder: vscode.Uri, name: string, kind: SharedKind<T>, log: Log) {
    this.#kind = kind;
    this.#value = kind.nothing;
    this.#log = log;
    this.#file = new OwnFile(vscode.Uri.joinPath(folder, name), log);
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
        const stated = this.#kind.read(await this.#file.read());
        const merged = this.#kind.merge(stated, this.#value);
        this.#set(merged);
        if (JSON.stringify(merged) !== JSON.stringify(stated)) await this.#file.write(merged);
      } catch (error) {
        this.#log.error('Keeping new papers', error);
      }
    });
    return this.#working;
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
