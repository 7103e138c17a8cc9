import type lunr from 'lunr';

/* What lunr 2.3.9 has and its type declarations leave out. */

/** A clause with all its members, as `lunr.Query.clause` completes it. */
export type FullClause = lunr.Query.Clause & {
  readonly term: string;
  readonly fields: readonly string[];
  readonly boost: number;
  readonly usePipeline: boolean;
  readonly presence: lunr.Query.presence;
};

/** A query that can be read. */
export interface ReadableQuery {
  readonly clauses: readonly FullClause[];
  /** Whether there is no clause but prohibiting ones. */
  isNegated(): boolean;
}

/** Match data to which further matches can be added. */
export interface GrowingMatchData extends lunr.MatchData {
  metadata: object;
  add(term: string, field: string, metadata: object): void;
}

/** What `lunr.Index` is made of. */
export interface IndexAttributes extends Omit<lunr.Index.Attributes, 'documentVectors'> {
  readonly fieldVectors: object;
}

/** What `lunr.TokenSet` can do beside what is declared. */
export interface TokenSets {
  fromArray(sorted: string[]): { intersect(other: lunr.TokenSet): lunr.TokenSet };
  fromFuzzyString(text: string, editDistance: number): lunr.TokenSet;
}
