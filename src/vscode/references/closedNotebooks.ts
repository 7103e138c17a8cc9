import * as vscode from 'vscode';
import type { Range } from '../../base/position';
import { toRange } from '../host/convert';

/** A place in a file, or in a cell of a notebook, by the number of that. */
interface CellPlace {
  readonly uri: string;
  readonly range: Range;
  readonly cell?: number;
}

/** A notebook, opened where it is not, without being shown; undefined where it is gone, or nothing here opens such notebooks. */
export async function openNotebook(uri: string): Promise<vscode.NotebookDocument | undefined> {
  const open = vscode.workspace.notebookDocuments.find((notebook) => notebook.uri.toString() === uri);
  if (open) return open;
  try {
    return await vscode.workspace.openNotebookDocument(vscode.Uri.parse(uri));
  } catch {
    return undefined;
  }
}

/**
 * Opens the notebooks that some of these places are in, so that their cells can be looked at and changed as documents: what is
 * written as JSON in their files is never changed as such.
 * @returns the places that are in no notebook
 */
export async function openNotebooksOf<P extends CellPlace>(places: readonly P[]): Promise<P[]> {
  const notebooks = new Set(places.filter(({ cell }) => cell !== undefined).map(({ uri }) => uri));
  for (const uri of notebooks) await openNotebook(uri);
  return places.filter(({ cell }) => cell === undefined);
}

/** A place as VS Code knows it: for that, a notebook is opened. */
export async function locationOf({ uri, range, cell }: CellPlace): Promise<vscode.Location> {
  const notebook = cell === undefined ? undefined : await openNotebook(uri);
  const isThere = notebook && cell! < notebook.cellCount;
  return new vscode.Location(isThere ? notebook.cellAt(cell!).document.uri : vscode.Uri.parse(uri), toRange(range));
}
