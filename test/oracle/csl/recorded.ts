/** Where what Pandoc made is kept, a file for each style. */
export const RECORDED = 'test/fixtures/csl/pandoc';

/** The styles that are compared, by our names: a small one of notes with ibid, and all that are shipped. */
export const STYLES = [
  'acm',
  'apa',
  'chicago-author-date',
  'chicago-notes',
  'elsevier',
  'harvard',
  'ieee',
  'mla',
  'nature',
  'small-notes',
  'vancouver',
] as const;

/**
 * Styles that number their list as it is sorted. This Pandoc puts what has no author first there, and CSL 1.0.2 ("Sorting") last;
 * a name with a particle that is left out of sorting it puts under the particle. So every number differs, and citations are
 * compared by what they cite.
 */
export const NUMBERED_AS_SORTED: ReadonlySet<string> = new Set(['acm']);

/** What Pandoc makes of a document in a style. */
export interface Recorded {
  /** Its version. */
  readonly pandoc: string;
  /** The citations in the order of the document; what stands in a note is in `[^…]`. */
  readonly citations: readonly string[];
  /** The list by key, in its order. */
  readonly references: readonly (readonly [key: string, text: string])[];
}
