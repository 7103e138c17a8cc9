import type { ProblemShape } from '../base/problem';

/** What can be wrong with a note or a note template, by code, with the values that the sentence about it needs. */
export type NoteProblem = ProblemShape &
  (
    | { readonly code: 'front-matter-invalid'; readonly reason: string }
    | { readonly code: 'front-matter-not-fields' }
    | { readonly code: 'front-matter-unclosed' }
    | { readonly code: 'front-matter-language'; readonly language: string }
    | { readonly code: 'front-matter-too-large'; readonly limit: number }
    | { readonly code: 'front-matter-duplicate-field'; readonly field: string }
    | { readonly code: 'field-not-editable'; readonly field: string }
    | { readonly code: 'citekey-not-text' }
    | { readonly code: 'duplicate-note'; readonly citekey: string; readonly other: string }
    | { readonly code: 'template-error'; readonly reason: string }
    | { readonly code: 'template-value-misplaced' }
  );
