import type { SearchDocument } from '../../../../src/search/contract';

/** One query of the mixed set. Each engine says it in its own way. */
export interface MixedQuery {
  readonly kind: 'single' | 'multi' | 'prefix' | 'fuzzy' | 'field' | 'and' | 'mixed';
  readonly words: readonly string[];
}

/** A search engine under measurement. All engines index all fields of `plainFields`. */
export interface BenchEngine {
  add(documents: readonly SearchDocument[]): void;
  /** What is left to do once all papers are added. */
  finish(): void;
  /** The ids of the best papers for a query of the mixed set. */
  mixed(query: MixedQuery, limit: number): string[];
  /** The ids of the best papers for what somebody typed. */
  typed(text: string, limit: number): string[];
}

/** The fields that every engine indexes, as texts. */
export const PLAIN_FIELDS = [
  'title',
  'abstract',
  'authors',
  'venue',
  'year',
  'keywords',
  'citekey',
  'note',
  'noteTags',
] as const;

export type PlainDocument = { id: string } & Record<(typeof PLAIN_FIELDS)[number], string>;

/** A paper as flat texts, for engines that know nothing of papers. */
export function plainDocument(paper: SearchDocument): PlainDocument {
  return {
    id: paper.id,
    title: paper.title,
    abstract: paper.abstract ?? '',
    authors: paper.authors.join(' '),
    venue: paper.venue ?? '',
    year: String(paper.year ?? ''),
    keywords: paper.keywords.join(' '),
    citekey: [paper.id, paper.arxiv, paper.doi].filter(Boolean).join(' '),
    note: paper.note?.text ?? '',
    noteTags: paper.note?.tags.join(' ') ?? '',
  };
}
