import * as vscode from 'vscode';
import { insertionAt } from '../../../citations/insert';
import { syntaxOf } from '../syntaxOf';

/** The kind of the drop and paste edits that cite. */
export const CITATION_KIND = vscode.DocumentDropOrPasteEditKind.Empty.append('literatureNotes', 'citation');
/** The kind of those that write a reference out. */
export const REFERENCE_KIND = vscode.DocumentDropOrPasteEditKind.Empty.append('literatureNotes', 'reference');

/** What a drop or paste writes to cite: the text at its place, or where a citation there takes the keys, an edit of that. */
export interface CitedText {
  readonly insertText: string;
  readonly additionalEdit?: vscode.WorkspaceEdit;
}

/** The citation of some papers for a place of a document; undefined where all of them are cited there already. */
export function citedText(
  document: vscode.TextDocument,
  position: vscode.Position,
  keys: readonly string[],
): CitedText | undefined {
  const offset = document.offsetAt(position);
  const { edits } = insertionAt(document.getText(), offset, keys, syntaxOf(document));
  if (edits.length === 0) return undefined;
  if (edits.length === 1 && edits[0].start === offset && edits[0].end === offset) {
    return { insertText: edits[0].newText };
  }
  const additionalEdit = new vscode.WorkspaceEdit();
  for (const { start, end, newText } of edits) {
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    additionalEdit.replace(document.uri, range, newText);
  }
  return { insertText: '', additionalEdit };
}
