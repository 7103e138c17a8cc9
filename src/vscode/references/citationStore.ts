import { crc32 } from '#platform/checksum';
import * as vscode from 'vscode';
import { DelayedSaves } from '../../base/delayedSaves';
import type { IndexStore } from '../../citations/index/storedFacts';
import type { Log } from '../host/log';
import { replaceFile } from '../host/ownFile';

/** How long documents must stay as they are before what they cite is kept, in milliseconds. */
const QUIET_MS = 10_000;
const FILE = 'citations.index';

/** Keeps who cites what in the extension's storage, so that the next start need not read all documents. */
export class CitationStore implements IndexStore, vscode.Disposable {
  readonly checksum = crc32;
  readonly #file: vscode.Uri;
  readonly #saves: DelayedSaves;

  constructor(storage: vscode.Uri, log: Log) {
    this.#file = vscode.Uri.joinPath(storage, FILE);
    this.#saves = new DelayedSaves(QUIET_MS, 'Keeping the citations', log);
  }

  now(): number {
    return Date.now();
  }

  async read(): Promise<Uint8Array | undefined> {
    try {
      return await vscode.workspace.fs.readFile(this.#file);
    } catch {
      // There is none yet; one that cannot be read is of no use.
      return undefined;
    }
  }

  writeLater(bytes: () => Promise<Uint8Array>): void {
    this.#saves.later(FILE, async () => replaceFile(this.#file, await bytes()));
  }

  dispose(): void {
    this.#saves.dispose();
  }
}
