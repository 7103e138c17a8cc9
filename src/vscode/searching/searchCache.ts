import { nameForThreads } from '#platform/startThread';
import * as vscode from 'vscode';
import { DelayedSaves } from '../../base/delayedSaves';
import type { SearchClient } from '../../search/client';
import type { Log } from '../host/log';
import type { SearchFeed } from './searchFeed';

/** How long papers and notes must stay as they are before the index is kept, in milliseconds. */
const QUIET_MS = 5000;
const INDEX = 'search.index';

/** Keeps the index in the extension's storage, so that the next start can search at once. */
export class SearchCache implements vscode.Disposable {
  readonly #saves: DelayedSaves;
  readonly #subscription: vscode.Disposable;

  constructor(search: SearchClient, feed: SearchFeed, log: Log) {
    this.#saves = new DelayedSaves(QUIET_MS, 'Keeping the search index', log);
    this.#subscription = feed.onDidFeed(() => this.#saves.later(INDEX, () => search.save()));
  }

  /** Where the index of a workspace is kept, by the name that threads know it by, if they can. */
  static file(storage: vscode.Uri): string | undefined {
    return nameForThreads(vscode.Uri.joinPath(storage, INDEX));
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#saves.dispose();
  }
}
