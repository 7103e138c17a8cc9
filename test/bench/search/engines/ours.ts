import type { SearchDocument } from '../../../../src/search/contract';
import { Corpus } from '../../../../src/search/corpus';
import { Searcher } from '../../../../src/search/ranking/searcher';
import type { BenchEngine, MixedQuery } from './engine';

/** The search of this project, as its worker runs it: papers, facts and index. */
export class OurEngine implements BenchEngine {
  readonly #corpus = new Corpus();
  readonly #ids: string[] = [];
  #searcher = new Searcher(this.#corpus);

  add(documents: readonly SearchDocument[]): void {
    for (const document of documents) this.#corpus.put(this.#ids.push(document.id) - 1, document);
  }

  finish(): void {
    this.#corpus.commit();
    this.#searcher = new Searcher(this.#corpus);
  }

  mixed(query: MixedQuery, limit: number): string[] {
    return this.typed(written(query), limit);
  }

  typed(text: string, limit: number): string[] {
    const { documents } = this.#searcher.search(text, limit);
    return Array.from(documents, (document) => this.#ids[this.#corpus.slot(document)]);
  }
}

function written({ kind, words }: MixedQuery): string {
  const [first, ...rest] = words;
  switch (kind) {
    case 'single':
    case 'multi':
      return words.join(' ');
    case 'prefix':
      return `${first}*`;
    case 'fuzzy':
      return `${first}~1`;
    case 'field':
      return `title:${first}`;
    case 'and':
      return words.map((word) => `+${word}`).join(' ');
    case 'mixed':
      return `+${first} ${rest.join(' ')}*`;
  }
}
