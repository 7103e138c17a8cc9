/** A bibliography as a file names it. Plain data. */
export interface NamedBibliography {
  /** As written; left out where all .bib files below the folder are meant. */
  readonly path?: string;
  /** URI of the folder that the path is relative to. */
  readonly folder: string;
}
