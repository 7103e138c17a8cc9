import type { CslItem } from './csl';

/** What a reader keeps of one record, so that nothing read is lost. Each format adds its own member. */
export type SourceRecord =
  | { readonly format: 'text-list' }
  | { readonly format: 'csl-json' | 'csl-yaml'; readonly item: CslItem }
  | { readonly format: 'daily-papers'; readonly published?: string }
  | RisRecord
  | BibRecord;

/** A RIS record: its tags with their values, in order. */
export interface RisRecord {
  readonly format: 'ris';
  readonly tags: readonly (readonly [tag: string, value: string])[];
}

/**
 * A BibTeX entry as read: its text, and where in it the key and the fields stand. All offsets are UTF-16 and count from the
 * `@`, so that an entry that moves in its file stays the same. Plain data, small enough for 100,000 of them.
 */
export interface BibRecord {
  readonly format: 'bibtex';
  readonly text: string;
  /** Entry type as written. */
  readonly type: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  /** For each field: start and end of the name, start and end of the value with its delimiters, kind of the value. */
  readonly marks: readonly number[];
  /** Where its closing brace is missing. */
  readonly open?: true;
  /** LaTeX source, by lower-case field name, of what the text alone does not tell: values with macros, inherited fields. */
  readonly resolved?: Readonly<Record<string, string>>;
}
