import type { FieldChange } from './sourceChange';

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

/** A field as its source states it, for a person to change. */
export interface StatedField {
  /** Its name in the source's format: `journaltitle`, `container-title`, `JO`. */
  readonly name: string;
  /** What stands there; empty where nothing does. */
  readonly text: string;
  /** How the text is written: LaTeX source, one value a line, or plainly. */
  readonly form: 'latex' | 'lines' | 'plain';
  /** The change that makes the source state another text; undefined where the format cannot say it. An empty one takes the field away. */
  readonly change: (text: string) => FieldChange | undefined;
}
