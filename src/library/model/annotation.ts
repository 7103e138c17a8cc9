/** What somebody marked or wrote in a document of a paper. */
export interface Annotation {
  /** Tells it from all others, as long as it is there. */
  readonly id: string;
  /** What is marked, as plain text. */
  readonly text?: string;
  /** What was written about it, as plain text. */
  readonly comment?: string;
  /** As it is printed on the page. */
  readonly pageLabel?: string;
  /** The link that shows it. */
  readonly link: string;
  readonly tags: readonly string[];
}
