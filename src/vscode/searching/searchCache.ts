import { nameForThreads } from '#platform/startThread';
import * as vscode from 'vscode';
import type { SearchClient } from '../../search/client';
import type { Log } from '../host/log';
import type { SearchFeed } from './searchFeed';

/** How long papers and notes must stay as they are before the index is kept, in milliseconds. */
const QUIET_MS = 5000;

/** Keeps the index in the extension's storage, so that the next start can search at once. */
export class SearchCache implements vscode.Disposable {
  readonly #search: SearchClient;
  readonly #log: Log;
  readonly #subscription: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(search: SearchClient, feed: SearchFeed, log: Log) {
    this.#search = search;
    this.#log = log;
    this.#subscription = feed.onDidFeed(() => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#save(), QUIET_MS);
    });
  }

  /** Where the index of a workspace is kept, by the name that threads know it by, if they can. */
  static file(storage: vscode.Uri): string | undefined {
    return nameForThreads(vscode.Uri.joinPath(storage, 'search.index'));
  }

  async #save(): Promise<void> {
    try {
      await this.#search.save();
    } catch (error) {
      this.#log.error('Keeping the search index', error);
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscription.dispose();
  }
}
