import type { Range } from '../base/position';
import type { NoteClaims } from './claims';
import type { FieldNames } from './fieldNames';
import type { NoteProblem } from './problem';
import type { NoteSection } from './sections';

/** What makes a file, or a part of it, the note of a paper. The last three: its citekey is that of no paper, but it is told by another sign. */
export type NoteLink = 'front-matter' | 'file-name' | 'heading' | 'doi' | 'arxiv' | 'title';

/** A file, or a part of one, about one paper. */
export interface Note {
  /** Of the file, as a string. */
  readonly uri: string;
  readonly citekey: string;
  /** What says that the note belongs to the paper. */
  readonly linkedBy: NoteLink;
  /** Where the citekey stands in the front matter, or the heading about the paper; the start of the file for a note that its name links. */
  readonly citekeyRange: Range;
  readonly title?: string;
  /** As written: `unread`, say. */
  readonly status?: string;
  /** Without a leading `#`, each once. */
  readonly tags: readonly string[];
  readonly rating?: number;
  /** As written: `high`, `1`. */
  readonly priority?: string;
  /** What follows the front matter; of a part of a file, what stands under its heading. */
  readonly text: string;
  /** When the file was last changed, in milliseconds since 1970; 0 where that is not known. */
  readonly mtime?: number;
}

/** A file that may be a note. */
export interface NoteFile {
  readonly uri: string;
  /** The last segment of the path: `vaswani2017attention.md`. */
  readonly fileName: string;
  readonly inNotesFolder: boolean;
  readonly text: string;
  readonly mtime?: number;
  /** The properties that hold the fields; each has its own name by default. */
  readonly names?: FieldNames;
}

/** The note that a file is, if it is one, its parts about papers, and what is wrong with it. */
export interface ReadNote {
  /** As if the first citekey that the file claims were that of a paper. */
  readonly note?: Note;
  readonly claims?: NoteClaims;
  /** When the file was last changed, as a note has it. */
  readonly mtime?: number;
  readonly sections?: readonly NoteSection[];
  readonly problems: readonly NoteProblem[];
}
