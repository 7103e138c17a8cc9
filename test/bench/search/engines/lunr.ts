import lunr from 'lunr';
import type { SearchDocument } from '../../../../src/search/contract';
import { PLAIN_FIELDS, plainDocument, type BenchEngine, type MixedQuery } from './engine';

/** Stock lunr, as `lunr(function () { … })` sets it up. */
export class LunrEngine implements BenchEngine {
  readonly #builder = new lunr.Builder();
  #index: lunr.Index | undefined;

  constructor() {
    this.#builder.pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
    this.#builder.searchPipeline.add(lunr.stemmer);
    this.#builder.ref('id');
    for (const field of PLAIN_FIELDS) this.#builder.field(field);
  }

  add(documents: readonly SearchDocument[]): void {
    for (const document of documents) this.#builder.add(plainDocument(document));
  }

  finish(): void {
    this.#index = this.#builder.build();
  }

  mixed({ kind, words }: MixedQuery, limit: number): string[] {
    const [first, ...rest] = words;
    const text = {
      single: words.join(' '),
      multi: words.join(' '),
      prefix: `${first}*`,
      fuzzy: `${first}~1`,
      field: `title:${first}`,
      and: words.map((word) => `+${word}`).join(' '),
      mixed: `+${first} ${rest.join(' ')}*`,
    }[kind];
    return this.#search(text, limit);
  }

  /** What was typed, with all that is syntax to lunr taken out. */
  typed(text: string, limit: number): string[] {
    return this.#search(text.replace(/[:~^+*\\-]/g, ' '), limit);
  }

  /** Stock lunr throws now and then: its token set takes some words with digits in them for one another. */
  #search(text: string, limit: number): string[] {
    try {
      return this.#index!.search(text)
        .slice(0, limit)
        .map((result) => result.ref);
    } catch (error) {
      if (error instanceof TypeError) return [];
      throw error;
    }
  }
}
