/** What an entry says, in BibTeX's terms; the values are LaTeX source. */
export interface BibContent {
  readonly type: string;
  readonly key: string;
  readonly fields: readonly (readonly [name: string, source: string])[];
}
