import * as vscode from 'vscode';
import { decode } from '../../base/decode';
import { openDocument } from '../host/openDocument';

/** The text of a file as an editor has it; undefined where there is none, or it is no text. */
export async function textOfFile(uri: vscode.Uri): Promise<string | undefined> {
  const open = openDocument(uri);
  if (open) return open.getText();
  try {
    const decoded = decode(await vscode.workspace.fs.readFile(uri));
    return decoded.kind === 'text' ? decoded.text : undefined;
  } catch (error) {
    // A file that went meanwhile refers to nothing.
    if (error instanceof vscode.FileSystemError) return undefined;
    throw error;
  }
}
