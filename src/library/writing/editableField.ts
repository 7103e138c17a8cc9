/** The fields of a paper that a person can change one at a time. */
export const EDITABLE_FIELDS = [
  'title',
  'authors',
  'year',
  'venue',
  'volume',
  'issue',
  'pages',
  'abstract',
  'keywords',
  'doi',
  'url',
] as const;
export type EditableField = (typeof EDITABLE_FIELDS)[number];

/** All fields that a source can be made to state one at a time: what services complete beside what a person edits. */
export const STATABLE_FIELDS = [...EDITABLE_FIELDS, 'publisher', 'isbn', 'pmid', 'pmcid'] as const;
export type StatableField = (typeof STATABLE_FIELDS)[number];

/** A field's text as a person edits it. */
export interface EditedText {
  /** Its name in the source's format: `journaltitle`, `container-title`, `JO`. */
  readonly name: string;
  /** What stands there; empty where nothing does. */
  readonly text: string;
  /** How the text is written: LaTeX source, one value a line, or plainly. */
  readonly form: 'latex' | 'lines' | 'plain';
}
