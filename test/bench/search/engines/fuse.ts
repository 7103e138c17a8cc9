import Fuse from 'fuse.js';
import type { SearchDocument } from '../../../../src/search/contract';
import { PLAIN_FIELDS, plainDocument, type BenchEngine, type MixedQuery, type PlainDocument } from './engine';

/** Fuse.js, matching anywhere in a text. */
export class FuseEngine implements BenchEngine {
  readonly #documents: PlainDocument[] = [];
  #fuse: Fuse<PlainDocument> | undefined;

  add(documents: readonly SearchDocument[]): void {
    this.#documents.push(...documents.map(plainDocument));
  }

  finish(): void {
    this.#fuse = new Fuse(this.#documents, { keys: [...PLAIN_FIELDS], ignoreLocation: true, threshold: 0.3 });
  }

  mixed({ words }: MixedQuery, limit: number): string[] {
    return this.typed(words.join(' '), limit);
  }

  typed(text: string, limit: number): string[] {
    return this.#fuse!.search(text, { limit }).map(({ item }) => item.id);
  }
}
