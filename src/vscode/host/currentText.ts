import type * as vscode from 'vscode';
import { decode } from '../../base/decode';
import { filesOf } from './directFiles';
import { editedDocument } from './editedDocument';

/** The text of a file as it is now: that of its editor, else that on the disk; undefined for what is no text. Rejects where it cannot be read. */
export async function currentText(uri: vscode.Uri): Promise<string | undefined> {
  const open = editedDocument(uri);
  if (open) return open.getText();
  const read = decode(await filesOf(uri).readFile(uri));
  return read.kind === 'text' ? read.text : undefined;
}
