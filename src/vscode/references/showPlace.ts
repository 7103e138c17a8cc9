import * as vscode from 'vscode';
import type { CitedPlace } from '../../citations/index/citedPlace';
import type { InFile } from '../../citations/index/indexedFiles';
import { fileNameOf } from '../../workspace/uri';
import { toRange } from '../host/convert';

/** The internal command that shows a cell of a notebook. */
export const SHOW_CELL = 'literatureNotes._showCell';

/** The command of a row that shows a place when it is clicked. */
export function showPlace({ uri, range, cell }: InFile<CitedPlace>): vscode.Command {
  const title = vscode.l10n.t('Show Citation');
  const file = vscode.Uri.parse(uri);
  if (cell !== undefined) return { command: SHOW_CELL, title, arguments: [file, cell] };
  return { command: 'vscode.open', title, arguments: [file, { selection: toRange(range), preserveFocus: true }] };
}

/** Where a place is, in few letters: `a.md:3`, `b.ipynb, cell 2`. */
export function placeName({ uri, range, cell }: Pick<InFile<CitedPlace>, 'uri' | 'range' | 'cell'>): string {
  const name = fileNameOf(vscode.Uri.parse(uri).path);
  return cell === undefined ? `${name}:${range.start.line + 1}` : vscode.l10n.t('{0}, cell {1}', name, cell + 1);
}
