import * as vscode from 'vscode';

/** The open documents that no file holds, so that the index does not know them: new ones, and the cells of notebooks. */
export function documentsWithoutFile(): vscode.TextDocument[] {
  const { textDocuments } = vscode.workspace;
  return textDocuments.filter(({ uri, isClosed }) => !isClosed && /^(untitled|vscode-notebook-cell)$/.test(uri.scheme));
}
