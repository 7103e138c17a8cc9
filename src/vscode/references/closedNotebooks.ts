import * as vscode from 'vscode';
import type { CitingNotebooks } from '../../workflows/citingNotebooks';

/**
 * Opens the notebooks that cite a key, without showing them, so that their cells can be looked at and changed as documents: what
 * is written as JSON in their files is never changed as such.
 */
export async function openNotebooksWith(key: string, notebooks: CitingNotebooks): Promise<void> {
  const open = new Set(vscode.workspace.notebookDocuments.map(({ uri }) => uri.toString()));
  for (const uri of await notebooks.with(key)) {
    if (open.has(uri)) continue;
    try {
      await vscode.workspace.openNotebookDocument(vscode.Uri.parse(uri));
    } catch {
      // Gone meanwhile, or nothing here opens such notebooks.
    }
  }
}
