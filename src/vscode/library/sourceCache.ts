import { nameForThreads } from '#platform/startThread';
import * as vscode from 'vscode';
import { hash53 } from '../../base/hash';
import type { ReadingCache } from '../../library/sources/sourceFacts';
import type { Log } from '../host/log';

/** How long after a reading its cache is written, in milliseconds: when whoever waits for the papers has them. */
const LATER_MS = 1000;

/** Where what was read of large sources is kept, in the extension's storage, so that the next start need not read them again. */
export class SourceCache implements ReadingCache, vscode.Disposable {
  readonly #folder: vscode.Uri;
  readonly #log: Log;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(storage: vscode.Uri, log: Log) {
    this.#folder = vscode.Uri.joinPath(storage, 'sources');
    this.#log = log;
  }

  /** A source's cache file, which need not be there, by the name that threads know it by, if they can. */
  file(source: string): string | undefined {
    return nameForThreads(vscode.Uri.joinPath(this.#folder, `${hash53(source).toString(36)}.cache`));
  }

  /** Has a source's cache written, in a while. */
  writeLater(source: string, write: (file: string) => Promise<void>): void {
    const file = this.file(source);
    if (file === undefined) return;
    clearTimeout(this.#timers.get(source));
    const writeNow = async () => {
      this.#timers.delete(source);
      try {
        await write(file);
      } catch (error) {
        this.#log.error('Writing the cache of a source', error);
      }
    };
    this.#timers.set(
      source,
      setTimeout(() => void writeNow(), LATER_MS),
    );
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
