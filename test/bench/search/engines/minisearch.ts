import MiniSearch, { type SearchOptions } from 'minisearch';
import type { SearchDocument } from '../../../../src/search/contract';
import { PLAIN_FIELDS, plainDocument, type BenchEngine, type MixedQuery } from './engine';

/** Of 48 combinations of prefix, fuzzy, title boost and and/or, the best mean on the tuning set of 278 papers. */
const BEST_OPTIONS: SearchOptions = {
  prefix: (_term, i, terms) => i === terms.length - 1,
  fuzzy: 0.25,
  boost: { title: 2 },
};

/** MiniSearch. For typed text it has the options that did best on the tuning set. */
export class MiniSearchEngine implements BenchEngine {
  readonly #index = new MiniSearch({ fields: [...PLAIN_FIELDS] });

  constructor(readonly typedOptions: SearchOptions = BEST_OPTIONS) {}

  add(documents: readonly SearchDocument[]): void {
    this.#index.addAll(documents.map(plainDocument));
  }

  finish(): void {
    // MiniSearch is ready after each paper.
  }

  mixed({ kind, words }: MixedQuery, limit: number): string[] {
    const last = words.length - 1;
    const options: Record<MixedQuery['kind'], SearchOptions> = {
      single: {},
      multi: {},
      prefix: { prefix: true },
      fuzzy: { fuzzy: 1 },
      field: { fields: ['title'] },
      and: { combineWith: 'AND' },
      mixed: { prefix: (_term, i) => i === last },
    };
    return this.#search(words.join(' '), options[kind], limit);
  }

  typed(text: string, limit: number): string[] {
    return this.#search(text, this.typedOptions, limit);
  }

  #search(text: string, options: SearchOptions, limit: number): string[] {
    return this.#index
      .search(text, options)
      .slice(0, limit)
      .map((result) => String(result.id));
  }
}
