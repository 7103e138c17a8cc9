import type { OffsetRange } from '../base/position';

/** What can be wrong with a citation, by code, with the values that the sentence about it needs. Offsets of the key. */
export type CitationProblem = { readonly range: OffsetRange; readonly key: string } & (
  | { readonly code: 'unknown-key'; readonly nearest: readonly string[] }
  | { readonly code: 'alias-key'; readonly main: string }
  | { readonly code: 'ambiguous-key'; readonly candidates: readonly string[] }
  /** The library has the paper, and the document's bibliography does not. */
  | { readonly code: 'outside-bibliography' }
  /** As far as is known; the date in as many parts as are known (ISO 8601). */
  | { readonly code: 'retracted'; readonly date?: string; readonly reasons: readonly string[] }
  /** The key stands before in the same group. */
  | { readonly code: 'repeated-key'; readonly first: OffsetRange }
);
