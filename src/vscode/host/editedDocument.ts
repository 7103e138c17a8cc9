import * as vscode from 'vscode';
import { openDocument } from './openDocument';

/**
 * The document of a file that the user has in an editor, or with changes that are not saved. VS Code keeps others for minutes
 * after their editors were closed; these are as the disk has them, and follow it.
 */
export function editedDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const document = openDocument(uri);
  return document && (document.isDirty || isSeen(document) || isInTab(uri)) ? document : undefined;
}

/** What was just opened is seen before VS Code tells of its tab. */
function isSeen(document: vscode.TextDocument): boolean {
  return vscode.window.visibleTextEditors.some((editor) => editor.document === document);
}

function isInTab(uri: vscode.Uri): boolean {
  const name = uri.toString();
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(({ input }) => {
    if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom)
      return input.uri.toString() === name;
    if (!(input instanceof vscode.TabInputTextDiff)) return false;
    return input.modified.toString() === name || input.original.toString() === name;
  });
}
