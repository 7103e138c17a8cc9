import type { Oddity } from './byteTruth';

/** A file before a plan is carried out. */
export interface FileState {
  /** Whether it must not be changed, or cannot be. */
  readonly readOnly?: boolean;
  /** Whether the editor holds changes of it that are not saved. */
  readonly unsaved?: boolean;
  /** As the editor has it; known of files whose text is to be edited. */
  readonly text?: string;
  /** Of the open document. */
  readonly version?: number;
  /** How the editor ends lines, also those that are inserted. */
  readonly eol?: '\n' | '\r\n';
  /** What the text is saved as, as VS Code names encodings. */
  readonly encoding?: string;
  /** Why saving the text as it is would change other bytes of the file. */
  readonly oddity?: Oddity;
  /** As saved; known of files that are to be deleted. */
  readonly bytes?: Uint8Array;
  /** The hash (`hashBytes53`) of these bytes, where it has been worked out. */
  readonly hash?: number;
  /** Why its text cannot be read. */
  readonly unreadable?: string;
}

/** The files that a plan speaks of, by URI; one that is not in it does not exist, or not as another file. */
export type FileStates = ReadonlyMap<string, FileState>;
