import * as vscode from 'vscode';
import type { SearchAnswer, SearchService } from '../../search/contract';
import { keptOrder } from '../../workflows/keptOrder';
import type { QueryMeaning } from '../../workflows/queryMeaning';
import type { Log } from '../host/log';

/** The search that the sidebar shows: what is typed, and the newest answer. An answer to an older query is dropped. */
export class SearchSession implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #asks = new vscode.EventEmitter<void>();
  readonly #leaves = new vscode.EventEmitter<void>();
  readonly #search: SearchService;
  readonly #log: Log;
  #query = '';
  #answer: SearchAnswer | undefined;
  #ids: readonly string[] = [];
  #meaning: QueryMeaning | undefined;
  #asked = 0;
  #failed = false;

  /** Fires when a new answer is there, or when the query was cleared. */
  readonly onDidChange = this.#changed.event;
  /** Fires when another query is asked, before its answer is there. */
  readonly onDidAsk = this.#asks.event;
  /** Fires when the user goes on from the query to what it found. */
  readonly onDidGoToResults = this.#leaves.event;

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

  /** The citekeys of what the answer found, best first; the same query asked again leaves them in their order while no paper comes or goes. */
  get ids(): readonly string[] {
    return this.#ids;
  }

  /** What the query of the answer means; undefined without one. */
  get meaning(): QueryMeaning | undefined {
    return this.#meaning;
  }

  /** Whether the newest query could not be answered. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Searches for a text; an empty one ends the search. Resolves when its answer (or a newer one) is there. */
  async setQuery(query: string): Promise<void> {
    if (query === this.#query && this.#answer) return;
    this.#query = query;
    this.#asks.fire();
    await this.again();
  }

  goToResults(): void {
    this.#leaves.fire();
  }

  /** Asks the same query again, as after a change of the library. */
  async again(): Promise<void> {
    const asked = ++this.#asked;
    if (this.#query.trim() === '') {
      this.#failed = false;
      if (this.#answer) {
        this.#answer = undefined;
        this.#ids = [];
        this.#meaning = undefined;
        this.#changed.fire();
      }
      return;
    }
    try {
      const [answer, { queryMeaning }] = await Promise.all([
        this.#search.search(this.#query),
        // What reads queries is loaded with the first of them.
        import('../../workflows/queryMeaning'),
      ]);
      if (asked !== this.#asked) return;
      this.#ids = isAnswerAgain(this.#answer, answer) ? keptOrder(this.#ids, answer.ids()) : answer.ids();
      this.#answer = answer;
      this.#meaning = queryMeaning(answer.query);
      this.#failed = false;
      this.#changed.fire();
    } catch (error) {
      if (asked !== this.#asked) return;
      this.#log.error('Searching', error);
      this.#failed = true;
      // What was found before is shown as far as it is still there.
      this.#changed.fire();
    }
  }

  dispose(): void {
    this.#asked++;
    for (const emitter of [this.#changed, this.#asks, this.#leaves]) emitter.dispose();
  }
}

/** Whether it answers the same about the same papers, of which some may have other fields or notes now. */
function isAnswerAgain(before: SearchAnswer | undefined, now: SearchAnswer): boolean {
  return before?.query === now.query && before.mode === now.mode && before.searched === now.searched;
}
