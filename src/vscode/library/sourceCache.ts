import * as vscode from 'vscode';
import { hash53 } from '../../base/hash';
import type { Log } from '../host/log';

/** How long after a reading its cache is written, in milliseconds: when whoever waits for the papers has them. */
const LATER_MS = 3000;

/** Keeps what was read of large sources in the extension's storage, so that the next start need not read them again. */
export class SourceCache implements vscode.Disposable {
  readonly #folder: vscode.Uri;
  readonly #log: Log;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(storage: vscode.Uri, log: Log) {
    this.#folder = vscode.Uri.joinPath(storage, 'sources');
    this.#log = log;
  }

  /** What is kept of a source; undefined where nothing is. */
  async read(source: vscode.Uri): Promise<Uint8Array | undefined> {
    try {
      return await vscode.workspace.fs.readFile(this.#file(source));
    } catch {
      // No cache is no error: the source is read instead.
      return undefined;
    }
  }

  /** Keeps what `content` gives, in a while. */
  writeLater(source: vscode.Uri, content: () => Promise<Uint8Array | undefined>): void {
    const id = source.toString();
    clearTimeout(this.#timers.get(id));
    const write = async () => {
      this.#timers.delete(id);
      try {
        const bytes = await content();
        if (bytes) await this.#write(source, bytes);
      } catch (error) {
        this.#log.error('Writing the cache of a source', error);
      }
    };
    this.#timers.set(
      id,
      setTimeout(() => void write(), LATER_MS),
    );
  }

  /** Under another name first, so that a cache is whole or not there. */
  async #write(source: vscode.Uri, bytes: Uint8Array): Promise<void> {
    const file = this.#file(source);
    const unfinished = file.with({ path: `${file.path}.tmp` });
    await vscode.workspace.fs.writeFile(unfinished, bytes);
    await vscode.workspace.fs.rename(unfinished, file, { overwrite: true });
  }

  #file(source: vscode.Uri): vscode.Uri {
    return vscode.Uri.joinPath(this.#folder, `${hash53(source.toString()).toString(36)}.cache`);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
