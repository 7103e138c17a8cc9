import type * as vscode from 'vscode';
import type { Range } from '../../../base/position';

/** A row that holds others. */
export interface NotesGroup {
  readonly kind: 'group';
  /** Stable over refreshes: VS Code keeps by it what stands open. */
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly icon?: vscode.ThemeIcon;
  readonly isOpen?: boolean;
  readonly rows: () => readonly NotesNode[];
}

/** The row of a note. */
export interface NoteRow {
  readonly kind: 'note';
  readonly id: string;
  readonly uri: string;
  /** Where it opens. */
  readonly range?: Range;
  readonly label: string;
  readonly description?: string;
  readonly icon?: vscode.ThemeIcon;
}

/** A row of the Reading Notes view. */
export type NotesNode = NotesGroup | NoteRow;
