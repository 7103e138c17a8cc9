import type { CallHandlers } from '../base/workerCalls';
import { Corpus } from './corpus';
import type { SearchCalls, SearchReply } from './protocol';
import { Searcher } from './ranking/searcher';

/** What runs in the worker: the papers, and the answers to the calls about them. */
export class SearchEngine {
  readonly #corpus = new Corpus();
  #searcher = new Searcher(this.#corpus);
  readonly #pause: () => Promise<void>;
  /** Resolves when nothing is being merged; changes wait for it, queries do not. */
  #merged: Promise<void> = Promise.resolve();

  /** @param pause lets other calls be answered during long work */
  constructor(pause: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve, 0))) {
    this.#pause = pause;
  }

  /** The calls of the protocol, bound to this engine. */
  handlers(): CallHandlers<SearchCalls> {
    return {
      open: () => ({ ids: [], fingerprints: new Float64Array() }),
      put: ({ slots, documents }) =>
        this.#change(() => slots.forEach((slot, i) => this.#corpus.put(slot, documents[i]))),
      remove: ({ slots }) => this.#change(() => slots.forEach((slot) => this.#corpus.remove(slot))),
      commit: () => this.#change(() => this.#commit()),
      search: ({ query, limit }) => this.search(query, limit),
      explain: () => null,
      related: () => ({ slots: new Uint32Array(), similarities: new Float32Array() }),
      save: () => null,
    };
  }

  /** The answer to a query; at most `limit` hits, of however many papers are found. */
  search(query: string, limit: number): SearchReply {
    const { documents, scores, fields, ...findings } = this.#searcher.search(query, limit);
    const slots = documents.map((document) => this.#corpus.slot(document));
    const searched = this.#corpus.index.statistics.documents;
    return { ...findings, searched, hits: { slots, scores: Float32Array.from(scores), fields } };
  }

  async #change(change: () => void): Promise<null> {
    await this.#merged;
    change();
    return null;
  }

  #commit(): void {
    this.#corpus.commit();
    this.#searcher = new Searcher(this.#corpus);
    if (this.#corpus.wantsMerge) this.#merged = this.#merge();
  }

  async #merge(): Promise<void> {
    const steps = this.#corpus.merge();
    while (!steps.next().done) await this.#pause();
    this.#searcher = new Searcher(this.#corpus);
  }
}
