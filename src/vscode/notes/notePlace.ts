import * as vscode from 'vscode';
import type { Note } from '../../notes/note';
import { toRange } from '../host/convert';

/** Where a note opens: a part of a file at its heading, a whole file where the user left it. */
export function openingPlace(note: Pick<Note, 'linkedBy' | 'citekeyRange'> | undefined): vscode.Range | undefined {
  if (note?.linkedBy !== 'heading') return undefined;
  const { start } = toRange(note.citekeyRange);
  return new vscode.Range(start, start);
}
