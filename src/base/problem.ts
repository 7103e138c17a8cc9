import type { Range } from './position';

/** How bad a problem is, in the words of VS Code's Problems panel. */
export type Severity = 'error' | 'warning' | 'information';

/** Another place that has to do with a problem, in the same file or in another. */
export interface RelatedPlace {
  readonly uri: string;
  readonly range: Range;
}

/**
 * Something wrong in a source, a note or a document. The pure rooms return problems as codes with the values a sentence
 * needs; the shell turns them into localised sentences. Each room has its own union of codes that extends this shape.
 */
export interface ProblemShape {
  readonly code: string;
  readonly severity: Severity;
  readonly range: Range;
  readonly related?: readonly RelatedPlace[];
}
