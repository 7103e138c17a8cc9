import type { ProblemShape } from '../base/problem';

/** What can be wrong with a source, by code, with the values that the sentence about it needs. */
export type SourceProblem = ProblemShape &
  (
    | { readonly code: 'title-without-abstract'; readonly title: string }
    | { readonly code: 'invalid-json'; readonly reason: string }
    | { readonly code: 'not-csl' }
    | { readonly code: 'item-without-title'; readonly index: number }
    | { readonly code: 'ambiguous-key'; readonly key: string; readonly candidates: readonly string[] }
    | { readonly code: 'duplicate-key'; readonly key: string }
    | { readonly code: 'duplicate-paper'; readonly key: string; readonly title: string }
  );
