import * as vscode from 'vscode';
import type { DocumentText } from '../../../workflows/bibliographies/documentBibliographies';
import type { CitingDocument, CitingDocuments } from '../citingDocuments';

/** The notebook that a document is a cell of. */
export function notebookOf({ uri }: vscode.TextDocument): vscode.NotebookDocument | undefined {
  if (uri.scheme !== 'vscode-notebook-cell') return undefined;
  return vscode.workspace.notebookDocuments.find((notebook) =>
    notebook.getCells().some(({ document }) => document.uri.toString() === uri.toString()),
  );
}

/** The documents that are read together: all cells of a notebook, or the document alone. */
export function togetherWith(document: vscode.TextDocument): vscode.TextDocument[] {
  const notebook = notebookOf(document);
  return notebook ? notebook.getCells().map((cell) => cell.document) : [document];
}

/** A document as its bibliography is asked for: a cell speaks for its notebook, whose front matter is in the first one. */
export function documentText(
  document: vscode.TextDocument,
  { syntax, text }: Pick<CitingDocument, 'syntax' | 'text'>,
): DocumentText {
  const notebook = notebookOf(document);
  if (!notebook) return { uri: document.uri.toString(), syntax, text };
  const front = notebook.cellCount > 0 ? notebook.cellAt(0).document.getText() : '';
  return { uri: notebook.uri.toString(), syntax, text: front };
}

/** The open document of a URI, a notebook's first cell that cites for its notebook; opened where it is a file. */
export async function documentOf(uri: vscode.Uri, documents: CitingDocuments): Promise<vscode.TextDocument> {
  const notebook = vscode.workspace.notebookDocuments.find((each) => each.uri.toString() === uri.toString());
  const cells = notebook?.getCells().map(({ document }) => document) ?? [];
  const cell = cells.find((each) => (documents.of(each)?.citations.length ?? 0) > 0) ?? cells.at(0);
  const open = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  return cell ?? open ?? vscode.workspace.openTextDocument(uri);
}
