import type { Range } from '../../base/position';

/** One place where a document cites one key. Plain data. */
export interface CitedPlace {
  /** In NFC. */
  readonly key: string;
  /** Of the key alone. */
  readonly range: Range;
  /** The sentence that cites, on one line, shortened at its ends. */
  readonly sentence: string;
  /** The heading above, without its marks. */
  readonly heading?: string;
  /** As written: `pp. 33-35`. */
  readonly locator?: string;
  /** In a notebook: the number of the cell, from 0, whose text the range is of. */
  readonly cell?: number;
}

/** A link to a note by its name: `[[name]]`, `[[@name|shown]]`; or by its path: `[shown](notes/name.md)`. */
export interface NoteLink {
  /** What is linked to, without folder, heading and `.md`, in NFC. */
  readonly name: string;
  /** The path from the document, where the link has one: only where that leads to the note it is a link to it. */
  readonly path?: string;
  /** Of the name alone; of a path, of its last segment. */
  readonly range: Range;
  /** The sentence that links, as of a citation. */
  readonly sentence: string;
  /** In a notebook: the number of the cell, as of a citation. */
  readonly cell?: number;
}

/** What a document says of papers. Plain data. */
export interface CitingFile {
  /** The name of its syntax. */
  readonly syntax: string;
  /** What it defines that documents of its syntax refer to in the form of a citation. */
  readonly labels: readonly string[];
  /** In the order of the text. */
  readonly places: readonly CitedPlace[];
  readonly noteLinks: readonly NoteLink[];
  /** Whether the file could not be read (any more): it may say other things. */
  readonly isUnread?: boolean;
}
