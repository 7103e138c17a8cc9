import type { OffsetRange } from '../base/position';
import type { SearchedFields } from '../library/model/fields';
import type { PaperToken } from '../library/model/token';
import type { RankablePaper, RankedPaper, RankingWishes } from './digest/contract';

/** One paper as the search sees it. The search does not know where a value came from. */
export interface SearchDocument extends SearchedFields {
  /** The citekey. */
  readonly id: string;
  /** Name of the source file. */
  readonly source: string;
  /** Tells what the list says of the paper from what it said before, where the list's reader knows. */
  readonly contentHash?: number;
  /** Where the library stores what the list says, so that it can be sent to the worker as it is. */
  readonly token?: PaperToken;
  /** The body of the paper's note, where it has one. */
  readonly note?: { readonly text: string; readonly tags: readonly string[] };
}

/** What is known of a paper besides its text. It changes without a document being sent. */
export interface Facets {
  readonly hasNote?: boolean;
  /** As its note states it; a paper without one is unread. */
  readonly status?: string;
  /** From 0 on; fractions are kept to hundredths. */
  readonly rating?: number;
  /** The documents that cite it, by their paths as users read them, and how often each does. */
  readonly citedIn?: readonly CitingFile[];
  /** Whether it is known to be retracted. */
  readonly isRetracted?: boolean;
}

/** A document that cites a paper so often. */
export interface CitingFile {
  readonly path: string;
  readonly count: number;
}

/** All facets of a paper, in place of those that it had. */
export interface FacetChange {
  readonly id: string;
  readonly facets: Facets;
}

/** The indexed fields. */
export type SearchField =
  | 'title'
  | 'abstract'
  | 'authors'
  | 'venue'
  | 'year'
  | 'keywords'
  | 'citekey'
  | 'note'
  | 'noteTags';

/** One found paper. A higher score is better; scores compare within one answer only. */
export interface SearchHit {
  readonly id: string;
  readonly score: number;
  readonly fields: readonly SearchField[];
}

/** A mistake in a query, with its place in it (UTF-16 offsets). The rest of the query still ran. */
export interface QueryProblem {
  readonly code:
    | 'unknown-field'
    | 'bad-year'
    | 'bad-rating'
    | 'unclosed-quote'
    | 'unclosed-parenthesis'
    | 'empty-field'
    | 'bad-has'
    | 'bad-is'
    | 'unknown-key'
    | 'unknown-value'
    | 'too-long';
  readonly start: number;
  readonly end: number;
  /** What stands there. */
  readonly text: string;
  /** What was probably meant instead. */
  readonly suggestion?: string;
}

/**
 * How the papers of an answer were chosen. `most-words`: by some of the words, by words like them, or by what a whole text speaks of.
 * `filters`: the query had no words, so nothing ranks the papers.
 */
export type MatchMode = 'all-words' | 'most-words' | 'filters';

/** What was asked for that no paper has all of, where papers are listed that have a part of it. */
export interface Shortfall {
  /** What was asked for, as it was typed; without what holds for all papers listed, as filters do. */
  readonly asked: readonly string[];
  /** Each listed paper has at least so many of these. */
  readonly met: number;
  /** Those of them that no listed paper has. */
  readonly dropped: readonly string[];
}

/** The found papers, best first. Hits are made on demand, as an answer may hold all of a large library. */
export interface SearchAnswer {
  readonly query: string;
  readonly mode: MatchMode;
  /** Absent unless words are lacking. */
  readonly shortfall?: Shortfall;
  /** Whether the query was taken for a text: what speaks of it is listed, however few of its words that has. */
  readonly isPassage?: boolean;
  readonly problems: readonly QueryProblem[];
  /** Number of found papers. */
  readonly total: number;
  /** Number of papers searched. */
  readonly searched: number;
  /** The hits from rank `start` up to, but not including, rank `end`. */
  slice(start: number, end: number): SearchHit[];
  /** The citekeys of all found papers, best first. */
  ids(): string[];
}

/** Changes to the searched papers: `put` adds or replaces by id. */
export interface SearchChanges {
  readonly put: readonly SearchDocument[];
  readonly removed: readonly string[];
}

/** A stretch of plain text with the words in it that matched. */
export interface MarkedText {
  readonly text: string;
  /** In the order of the text, without overlaps. */
  readonly highlights: readonly OffsetRange[];
}

/** Why a paper was found. */
export interface Explanation {
  readonly id: string;
  /** The fields in which a word of the query stands; none where only `related:` finds it. */
  readonly fields: readonly SearchField[];
  /** The matching words of the title. */
  readonly titleHighlights: readonly OffsetRange[];
  /** The sentence of the abstract or note around the best match; absent where neither matches. */
  readonly snippet?: MarkedText & { readonly field: 'abstract' | 'note' };
  /** What it has in common with the paper of `related:`, as it stands in it, most telling first. */
  readonly shared?: readonly string[];
}

/** A paper whose abstract or note speaks of a text. A higher score is better; scores compare within one answer only. */
export interface SupportingPaper {
  readonly id: string;
  readonly field: 'abstract' | 'note';
  /** The sentence of it that speaks of the text, in one line. */
  readonly sentence: string;
  readonly score: number;
}

/** A paper near another one, with a similarity from 0 to 1. */
export interface RelatedPaper {
  readonly id: string;
  readonly similarity: number;
}

/** The search as the rest of the extension uses it. */
export interface SearchService {
  /** Resolves when the next `search` sees the changes. */
  update(changes: SearchChanges): Promise<void>;
  /**
   * Sets facets of papers, be they there or not; the first call tells those of all papers. Resolves when the next `search`
   * sees them.
   */
  setFacets(changes: readonly FacetChange[]): Promise<void>;
  /** Never rejects because of what was typed; an empty query finds nothing (`total` 0). */
  search(query: string, limit?: number): Promise<SearchAnswer>;
  /** Why the query finds a paper; undefined for an unknown paper or one that it does not find. */
  explain(id: string, query: string): Promise<Explanation | undefined>;
  /** The nearest papers, nearest first; none rather than far ones. */
  related(id: string, limit?: number): Promise<RelatedPaper[]>;
  /** The papers whose abstract or note speaks of what a text says, best first. Nothing in the text is an operator. */
  support(text: string, limit?: number): Promise<SupportingPaper[]>;
  /**
   * Papers that need not be in the library in the order in which they matter to a user, all of them, each once. The same papers and
   * wishes over the same library give the same order.
   */
  rank(candidates: readonly RankablePaper[], wishes: RankingWishes): Promise<RankedPaper[]>;
  dispose(): void;
}
