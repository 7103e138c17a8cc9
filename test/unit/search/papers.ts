import type { Explanation, Facets, SearchDocument } from '../../../src/search/contract';
import { Corpus } from '../../../src/search/corpus';
import { SearchEngine, type EngineHost } from '../../../src/search/engine';
import { FakeClock } from '../support/fakeClock';
import type { SearchReply } from '../../../src/search/protocol';

/** A paper with the given values and nothing else. */
export function paper(id: string, title: string, more: Partial<SearchDocument> = {}): SearchDocument {
  return { id, title, authors: [], keywords: [], aliases: [], type: 'article', source: 'papers.txt', ...more };
}

/** An engine on this thread, with papers named by their ids; it writes its cache when it is asked to. */
export class TestEngine {
  readonly engine: SearchEngine;
  readonly #ids: string[] = [];

  constructor(host?: EngineHost) {
    this.engine = new SearchEngine(host && { clock: new FakeClock(), ...host });
  }

  async open(cacheFile: string): Promise<readonly string[]> {
    const { ids } = await this.engine.handlers().open({ cacheFile, readCache: true });
    this.#ids.push(...ids);
    return ids;
  }

  async put(...papers: SearchDocument[]): Promise<void> {
    const { put, commit } = this.engine.handlers();
    await put({ slots: papers.map(({ id }) => this.#slot(id)), transfer: { documents: papers } });
    await commit(null);
  }

  async remove(...ids: string[]): Promise<void> {
    const { remove, commit } = this.engine.handlers();
    await remove({ slots: ids.map((id) => this.#slot(id)) });
    await commit(null);
  }

  async setFacets(facets: Readonly<Record<string, Facets>>, all = false): Promise<void> {
    const slots = Object.keys(facets).map((id) => this.#slot(id));
    await this.engine.handlers().facets({ slots, facets: Object.values(facets), all });
  }

  /** What the queries are run on; another one after a commit. */
  get index(): unknown {
    return this.engine.index;
  }

  /** Makes one segment of all changes. */
  merge(): Promise<void> {
    return this.engine.merge();
  }

  reply(query: string, limit = 1000): SearchReply {
    return this.engine.search(query, limit);
  }

  /** The ids of what a query finds, best first. */
  find(query: string, limit?: number): string[] {
    return Array.from(this.reply(query, limit).hits.slots, (slot) => this.#ids[slot]);
  }

  async related(id: string, limit: number): Promise<string[]> {
    const { slots } = await this.engine.handlers().related({ slot: this.#slot(id), limit });
    return Array.from(slots, (slot) => this.#ids[slot]);
  }

  /** The ids of the papers that speak of a text, each with its sentence. */
  async support(text: string, limit = 20): Promise<[string, string][]> {
    const { slots, sentences } = await this.engine.handlers().support({ text, limit });
    return Array.from(slots, (slot, i) => [this.#ids[slot], sentences[i]]);
  }

  async explain(id: string, query: string): Promise<Explanation | null> {
    return this.engine.handlers().explain({ slot: this.#slot(id), query });
  }

  #slot(id: string): number {
    const known = this.#ids.indexOf(id);
    return known >= 0 ? known : this.#ids.push(id) - 1;
  }
}

/** An engine with papers. */
export async function engineWith(...papers: SearchDocument[]): Promise<TestEngine> {
  const engine = new TestEngine();
  await engine.put(...papers);
  return engine;
}

/** Papers and their index, without an engine; a paper's slot is its place. */
export function corpusWith(...papers: SearchDocument[]): Corpus {
  const corpus = new Corpus();
  for (const [slot, one] of papers.entries()) corpus.put(slot, one);
  corpus.commit();
  return corpus;
}
