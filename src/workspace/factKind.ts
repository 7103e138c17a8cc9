import type { FollowedFile, Selection } from './selection';

/** The content of a file that a fact is read from. */
export interface FileContent {
  readonly uri: string;
  /** Bytes of the file, or characters of the unsaved text. */
  readonly size: number;
  /** When the file was last changed, in milliseconds since 1970; undefined for unsaved text. */
  readonly mtime?: number;
  /** The text of an open editor with changes that are not saved, which counts in the place of the file. */
  readonly unsaved: string | undefined;
  /** Aborted when the fact is not wanted any more. */
  readonly signal: AbortSignal;
  bytes(): Promise<Uint8Array>;
  /** The unsaved text, or that of the file in whatever encoding it has. */
  text(): Promise<string>;
}

/** Why a file was not read. */
export type Unread =
  | { readonly code: 'missing' | 'folder' | 'stopped' }
  | { readonly code: 'too-large'; readonly bytes: number }
  | { readonly code: 'unreadable'; readonly error: unknown };

/** What is to be known of which files, and how it is read. */
export interface FactKind<T, F extends FollowedFile> {
  /** Which files, by the settings as they are now. */
  select(): Selection<F>;
  /** What a file says; undefined where it says nothing of interest. What it throws is logged, and the file not read. */
  read(file: F, content: FileContent): T | undefined | Promise<T | undefined>;
  /**
   * The fact of a file that was not read. Without this, one that cannot be read now keeps its fact, and others have none.
   * @param before the fact that the file had
   */
  unread?(file: F, reason: Unread, before: T | undefined): T | undefined;
  /** Whether a fact looks as if another program were in the middle of writing the file. It then waits for a while. */
  isDoubtful?(before: T, now: T | undefined): boolean;
  /** Whether two facts are the same to whoever listens. */
  isSame?(before: T, now: T): boolean;
  /** The files to be read again because of what others say now. */
  outdated?(): readonly string[];
  /** A file is followed no more. */
  forgotten?(uri: string): void;
  /** Does the reading of an update, to show how far it is and to let the user stop it by the signal. */
  during?(work: (signal: AbortSignal) => Promise<void>): Promise<void>;
  /** The settings that `select` depends on, beside those that hide files: `literatureNotes.notes.folder`. */
  readonly settings?: readonly string[];
  /** Larger files are not read, in bytes; for each file, where they differ in that. */
  readonly largest: number | ((file: F) => number);
  /**
   * Files from this size on take long, in bytes or characters of an unsaved text: others are read before them, and what is told
   * does not wait for them. Where it is left out, no file takes long.
   */
  readonly long?: number;
  /** How many files are read at a time. */
  readonly atOnce?: number;
}
