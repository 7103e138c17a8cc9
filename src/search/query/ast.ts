import type { OffsetRange } from '../../base/position';
import type { ReadingStage } from '../../library/model/readingStage';
import type { QueryProblem, SearchField } from '../contract';

/** What a paper must have. */
export type HasProperty =
  | 'note'
  | 'status'
  | 'rating'
  | 'abstract'
  | 'doi'
  | 'arxiv'
  | 'year'
  | 'author'
  | 'venue'
  | 'tag';

/** The identifiers of papers, by the names of their fields. */
export type IdentifierName = 'doi' | 'arxiv' | 'isbn' | 'pmid' | 'pmcid';

/** A condition on a value that papers share; `start` and `end` are where the query names it. */
export interface ValueFilter extends OffsetRange {
  /** `status`: the value is this, in the form of `facetWord`; `type`: it begins with this; `source` and `cited`: it contains this. */
  readonly kind: 'status' | 'type' | 'source' | 'cited';
  readonly value: string;
}

/** A condition on a paper's record, not on its words. */
export type Filter =
  /** Both years included. */
  | { readonly kind: 'year'; readonly from: number; readonly to: number }
  /** Both ends included. */
  | { readonly kind: 'rating'; readonly from: number; readonly to: number }
  /** No paper: what was asked for cannot be understood. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'has'; readonly property: HasProperty }
  /** The paper with this citekey is about the same; `start` and `end` are where the query names it. */
  | ({ readonly kind: 'related'; readonly value: string } & OffsetRange)
  | ValueFilter
  /** How often documents cite it; both ends included. */
  | { readonly kind: 'times'; readonly from: number; readonly to: number }
  /** It is known to be retracted. */
  | { readonly kind: 'retracted' }
  /** The status means this, in whatever words. */
  | { readonly kind: 'is'; readonly value: ReadingStage }
  /** The value contains this, or is this where it is `whole`. */
  | { readonly kind: IdentifierName; readonly value: string; readonly whole?: boolean };

/** One word to be found. */
export interface WordNode extends OffsetRange {
  readonly kind: 'word';
  /** In the form of the index; with `*` where `match` is a pattern. */
  readonly text: string;
  /** How the word is compared: `word` also by its stem and by typo, `open` also as a beginning (as you type). */
  readonly match: 'word' | 'open' | 'prefix' | 'pattern' | 'near';
  /** For `near`: the edit distance. */
  readonly distance?: number;
  /** Factor of what the word adds to a score. */
  readonly boost: number;
  /** Where it is to stand; undefined for anywhere. */
  readonly fields?: readonly SearchField[];
}

/** Words that follow one another. */
export interface PhraseNode extends OffsetRange {
  readonly kind: 'phrase';
  readonly words: readonly WordNode[];
  readonly fields?: readonly SearchField[];
}

/** `should`: one of the words that a paper is listed for; `must` and `not` hold whatever else is found. */
export type Presence = 'should' | 'must' | 'not';

/** A part of a query or of a group, with its sign. */
export interface Part {
  readonly presence: Presence;
  readonly node: Node;
}

export type Node =
  | WordNode
  | PhraseNode
  | { readonly kind: 'filter'; readonly filter: Filter }
  | { readonly kind: 'and'; readonly parts: readonly Part[] }
  | { readonly kind: 'or'; readonly nodes: readonly Node[] };

/** A query as it was understood, and what was wrong with it. */
export interface ParsedQuery {
  /** What was typed, in which the parts have their places. */
  readonly text: string;
  readonly parts: readonly Part[];
  readonly problems: readonly QueryProblem[];
}
