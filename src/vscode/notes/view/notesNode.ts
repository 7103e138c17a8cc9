import type * as vscode from 'vscode';
import type { Range } from '../../../base/position';

/** A row that holds others. */
export interface NotesGroup {
  readonly kind: 'group';
  /** Stable over refreshes: VS Code keeps by it what stands open. */
  readonly id: string;
  readonly label: string;
  /** How many rows it holds, where that is known before they are asked for. */
  readonly count?: number;
  readonly icon?: vscode.ThemeIcon;
  readonly isOpen?: boolean;
  readonly rows: () => readonly NotesNode[] | Promise<readonly NotesNode[]>;
}

/** The row of a place in a file: a note, or a document that mentions a paper. */
export interface PlaceRow {
  readonly kind: 'place';
  readonly id: string;
  readonly uri: string;
  /** Where it opens. */
  readonly range?: Range;
  /** In a notebook: the number of the cell, from 0. */
  readonly cell?: number;
  /** The file that it is shown beside. */
  readonly beside?: string;
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly icon: vscode.ThemeIcon;
  /** What menus ask for, in words of one row: `note`, `paper`, `orphan`, `keyChange`. */
  readonly traits: readonly string[];
  /** The paper that it is about: commands take such rows as papers. */
  readonly entry?: { readonly citekey: string };
}

/** A row that says why there are no others. */
export interface WordsRow {
  readonly kind: 'words';
  readonly id: string;
  readonly label: string;
}

/** A row of the Reading Notes view. */
export type NotesNode = NotesGroup | PlaceRow | WordsRow;
