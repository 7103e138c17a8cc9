import flexsearch from 'flexsearch';
import type { SearchDocument } from '../../../../src/search/contract';
import { PLAIN_FIELDS, plainDocument, type BenchEngine, type MixedQuery } from './engine';

interface FieldResult {
  readonly field: string;
  readonly result: (string | number)[];
}

/** FlexSearch, with words found by their beginning. It knows neither typos nor a ranking over fields. */
export class FlexSearchEngine implements BenchEngine {
  readonly #index = new flexsearch.Document({
    document: { id: 'id', index: PLAIN_FIELDS.map((field) => ({ field, tokenize: 'forward' })) },
  } as ConstructorParameters<typeof flexsearch.Document>[0]);

  add(documents: readonly SearchDocument[]): void {
    for (const document of documents) void this.#index.add(plainDocument(document));
  }

  finish(): void {
    // FlexSearch is ready after each paper.
  }

  mixed({ kind, words }: MixedQuery, limit: number): string[] {
    return this.#search(words.join(' '), limit, kind === 'field' ? ['title'] : undefined);
  }

  typed(text: string, limit: number): string[] {
    return this.#search(text, limit);
  }

  /** Fields are asked in their order; what an earlier one found comes first. */
  #search(text: string, limit: number, fields?: string[]): string[] {
    const options = fields ? { index: fields, limit } : { limit };
    const results = this.#index.search(text, options as never) as unknown as FieldResult[];
    return [...new Set(results.flatMap(({ result }) => result.map(String)))].slice(0, limit);
  }
}
