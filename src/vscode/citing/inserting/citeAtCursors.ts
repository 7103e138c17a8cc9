import * as vscode from 'vscode';
import type { TextEdit } from '../../../base/textEdit';
import { insertionsAt } from '../../../citations/insert';
import type { Syntax } from '../../../citations/syntax';
import { syntaxOf } from '../syntaxOf';

/** Finds the edits that cite at some offsets of a text. */
export type CiteAt = (text: string, offsets: readonly number[], syntax: Syntax) => TextEdit[];

/** Writes one citation of all keys at every cursor; in a citation the keys are added to it. */
export function citeAtCursors(editor: vscode.TextEditor, keys: readonly string[]): Promise<boolean> {
  return writeAtCursors(editor, (text, offsets, syntax) => insertionsAt(text, offsets, keys, syntax));
}

/**
 * Makes the edits for every cursor as one step that can be undone; selected text stays. Resolves to false where the
 * document cannot be changed.
 */
export async function writeAtCursors(editor: vscode.TextEditor, citeAt: CiteAt): Promise<boolean> {
  const { document } = editor;
  const offsets = editor.selections.map((selection) => document.offsetAt(selection.end));
  const edits = citeAt(document.getText(), offsets, syntaxOf(document));
  const done = edits.length === 0 || (await editor.edit((builder) => replaceAll(builder, document, edits)));
  // A notebook's cell cannot be shown by itself; it has the focus again when the sidebar gives it up.
  if (done && document.uri.scheme !== 'vscode-notebook-cell') {
    await vscode.window.showTextDocument(document, editor.viewColumn);
  }
  return done;
}

function replaceAll(builder: vscode.TextEditorEdit, document: vscode.TextDocument, edits: readonly TextEdit[]): void {
  for (const { start, end, newText } of edits) {
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    if (range.isEmpty) builder.insert(range.start, newText);
    else builder.replace(range, newText);
  }
}
