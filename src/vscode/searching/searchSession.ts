import * as vscode from 'vscode';
import type { SearchAnswer, SearchService } from '../../search/contract';
import type { Log } from '../host/log';

/** The search that the sidebar shows: what is typed, and the newest answer. An answer to an older query is dropped. */
export class SearchSession implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #search: SearchService;
  readonly #log: Log;
  #query = '';
  #answer: SearchAnswer | undefined;
  #asked = 0;

  /** Fires when a new answer is there, or when the query was cleared. */
  readonly onDidChange = this.#changed.event;

  constructor(search: SearchService, log: Log) {
    this.#search = search;
    this.#log = log;
  }

  get query(): string {
    return this.#query;
  }

  /** The answer to the newest query that has one; undefined without a query. */
  get answer(): SearchAnswer | undefined {
    return this.#answer;
  }

  /** Searches for a text; an empty one ends the search. Resolves when its answer (or a newer one) is there. */
  async setQuery(query: string): Promise<void> {
    if (query === this.#query && this.#answer) return;
    this.#query = query;
    await this.again();
  }

  /** Asks the same query again, as after a change of the library. */
  async again(): Promise<void> {
    const asked = ++this.#asked;
    if (this.#query.trim() === '') {
      if (this.#answer) {
        this.#answer = undefined;
        this.#changed.fire();
      }
      return;
    }
    try {
      const answer = await this.#search.search(this.#query);
      if (asked !== this.#asked) return;
      this.#answer = answer;
      this.#changed.fire();
    } catch (error) {
      if (asked === this.#asked) this.#log.error('Searching', error);
    }
  }

  dispose(): void {
    this.#asked++;
    this.#changed.dispose();
  }
}
