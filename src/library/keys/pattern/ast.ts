/** Something that a pattern calls by its name: a function at the start of a part, or a filter of what stands before it. */
export interface Call {
  readonly name: string;
  readonly args: readonly Argument[];
  /** Where in the pattern the name stands. */
  readonly at: number;
}

/** `3`, `'x'`, `n=3`. */
export interface Argument {
  readonly name?: string;
  readonly value: string | number;
}

/** One part of a key. */
export type Part =
  | { readonly kind: 'text'; readonly text: string; readonly filters: readonly Call[] }
  | { readonly kind: 'call'; readonly call: Call; readonly filters: readonly Call[] }
  | { readonly kind: 'group'; readonly parts: readonly Part[]; readonly filters: readonly Call[] }
  /** `[>0]`: the parts before must be longer than this, else the alternative is of no use. */
  | { readonly kind: 'longer'; readonly than: number };

/** A pattern: the first alternative that gives a key counts. */
export type Alternatives = readonly (readonly Part[])[];

/** What is wrong with a pattern. `at`: an offset in it. */
export type PatternProblem = { readonly at: number } & (
  | { readonly code: 'unknown-function' | 'unknown-filter'; readonly name: string }
  | { readonly code: 'unexpected'; readonly found: string }
  /** A quotation mark, a bracket or a parenthesis that is not closed. */
  | { readonly code: 'unclosed'; readonly sign: string }
  | { readonly code: 'empty' }
);

/** Thrown inside of the parsers alone. */
export class PatternError extends Error {
  constructor(readonly problem: PatternProblem) {
    super(problem.code);
  }
}
