/** How one paper is related to another, as its list says. */
export interface PaperRelation {
  /** The field that says so: biblatex's and BibTeX's names, also for other formats. */
  readonly kind: 'crossref' | 'xdata' | 'xref' | 'related' | 'entryset';
  /** The other paper: a citekey, or its DOI after `doi:`. */
  readonly to: string;
  /** What kind of relation it is, as stated: `translationof`, `reprintfrom`, `is-preprint-of`. */
  readonly type?: string;
}
