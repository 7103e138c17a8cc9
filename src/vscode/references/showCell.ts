import * as vscode from 'vscode';
import type { Command } from '../host/command';
import { openNotebook } from './closedNotebooks';
import { SHOW_CELL } from './showPlace';

/** Shows a cell of a notebook. */
export class ShowCell implements Command {
  readonly id = SHOW_CELL;

  /** @param args the notebook's URI, and the number of the cell, from 0 */
  async execute(...[uri, cell]: unknown[]): Promise<void> {
    if (!(uri instanceof vscode.Uri) || typeof cell !== 'number') return;
    const notebook = await openNotebook(uri.toString());
    if (!notebook) return;
    const selections = cell < notebook.cellCount ? [new vscode.NotebookRange(cell, cell + 1)] : [];
    await vscode.window.showNotebookDocument(notebook, { selections, preserveFocus: true });
  }
}
