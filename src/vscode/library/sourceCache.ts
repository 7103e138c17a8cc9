import { nameForThreads } from '#platform/startThread';
import * as vscode from 'vscode';
import { DelayedSaves } from '../../base/delayedSaves';
import { hash53 } from '../../base/hash';
import type { ReadingCache } from '../../library/sources/sourceFacts';
import type { Log } from '../host/log';

/** How long after a reading its cache is written, in milliseconds: when whoever waits for the papers has them. */
const LATER_MS = 1000;

/** Where what was read of large sources is kept, in the extension's storage, so that the next start need not read them again. */
export class SourceCache implements ReadingCache, vscode.Disposable {
  readonly #folder: vscode.Uri;
  readonly #saves: DelayedSaves;

  constructor(storage: vscode.Uri, log: Log) {
    this.#folder = vscode.Uri.joinPath(storage, 'sources');
    this.#saves = new DelayedSaves(LATER_MS, 'Writing the cache of a source', log);
  }

  /** A source's cache file, which need not be there, by the name that threads know it by, if they can. */
  file(source: string): string | undefined {
    return nameForThreads(vscode.Uri.joinPath(this.#folder, `${hash53(source).toString(36)}.cache`));
  }

  /** Has a source's cache written, in a while. */
  writeLater(source: string, write: (file: string) => Promise<void>): void {
    const file = this.file(source);
    if (file !== undefined) this.#saves.later(source, () => write(file));
  }

  dispose(): void {
    this.#saves.dispose();
  }
}
