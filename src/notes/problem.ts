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
    /** The key that a note states is that of no paper any more; by what else it says, the paper has another key now. */
    | { readonly code: 'note-key-changed'; readonly citekey: string; readonly now: string }
    | { readonly code: 'note-key-ambiguous'; readonly citekey: string; readonly candidates: readonly string[] }
    | { readonly code: 'orphan-note'; readonly citekey: string }
    | { readonly code: 'conflict-copy'; readonly original: string }
    | { readonly code: 'state-line-invalid' }
    | { readonly code: 'state-duplicate'; readonly citekey: string }
    /** The state file keeps another status of a paper than its note states. */
    | {
        readonly code: 'state-differs';
        readonly citekey: string;
        readonly status: string;
        readonly stated: string;
      }
    | { readonly code: 'template-error'; readonly reason: string }
    | { readonly code: 'template-value-misplaced' }
  );
