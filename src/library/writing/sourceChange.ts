import type { TextEdit } from '../../base/textEdit';
import type { ReadResult } from '../formats/reader';
import type { SourceRecord } from '../model/record';

import type { EditRefusal } from './editRefusal';
import type { WrittenEntry } from './entryToWrite';

/**
 * A field's value. A text is plain Unicode and is written in the format's own form (LaTeX, JSON, YAML). A list is several lines
 * with the same tag in RIS. Objects, such as CSL's names and dates, can stand in CSL alone, but for `{ latex }`: a text of BibTeX
 * that is LaTeX source already.
 */
export type FieldValue = string | number | boolean | readonly FieldValue[] | { readonly [part: string]: FieldValue };

/** A field by its name in the format (`doi`, `DOI`, `DO`), with its new value, or undefined where it is to go. */
export type FieldChange = readonly [name: string, value: FieldValue | undefined];

/** What can be done to a source. `at`: an offset in the text where the entry in question stands. */
export type SourceChange =
  /** Adds entries at the end, but in BibTeX before their parents. `written`: how, with what else they need, where that is known; for BibTeX alone. */
  | { readonly kind: 'add'; readonly entries: readonly WrittenEntry[]; readonly written?: WrittenAddition }
  /** Gives an entry another key, also where other entries of the source refer to it. */
  | { readonly kind: 'replaceKey'; readonly at: number; readonly key: string; readonly keepAlias?: boolean }
  | { readonly kind: 'setFields'; readonly at: number; readonly fields: readonly FieldChange[] }
  /** Makes an entry say what another one says; fields that we do not write ourselves stay. */
  | { readonly kind: 'replaceEntry'; readonly at: number; readonly entry: WrittenEntry }
  | { readonly kind: 'removeEntry'; readonly at: number };

/** What is added to a source, as text. */
export interface WrittenAddition {
  readonly text: string;
  /** The keys of all papers in it, in their order. */
  readonly keys: readonly string[];
  /** The keys of entries of the source that must stand behind it, as they are parents. */
  readonly before: readonly string[];
}

type ChangeOf<K extends SourceChange['kind']> = Extract<SourceChange, { kind: K }>;

/** The edits that make a change; not yet checked. */
export type Draw<K extends SourceChange['kind']> = (
  text: string,
  change: ChangeOf<K>,
) => readonly TextEdit[] | EditRefusal;

/** How one format is changed: a function for each change it can take, and what of a record tells whether it was made. */
export interface SourceEditor {
  readonly draw: { readonly [K in SourceChange['kind']]?: Draw<K> };
  /** Reads texts of one source one after the other; what they have in common may be read once. */
  readonly reading?: () => (text: string) => ReadResult;
  /** The fields of a record by name, for comparing; the key is no field. */
  fields(record: SourceRecord): ReadonlyMap<string, unknown>;
  /** The name and the value of a field as `fields` has them once it is written. */
  written(name: string, value: FieldValue): readonly [name: string, value: unknown];
  /** Fields that refer to other entries by their keys, and so change with a key. */
  readonly references: readonly string[];
}
