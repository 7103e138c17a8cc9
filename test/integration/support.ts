import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../src/api';

/** The API of the extension, ready. */
export async function literature(): Promise<LiteratureNotesApi> {
  const extension = vscode.extensions.getExtension<LiteratureNotesApi>('literature-notes.literature-notes');
  assert.ok(extension, 'the extension is installed');
  const api = await extension.activate();
  await api.ready();
  return api;
}

/** A file of the first workspace folder. */
export function workspaceFile(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return vscode.Uri.joinPath(folder.uri, path);
}

export async function write(path: string, text: string | Uint8Array): Promise<vscode.Uri> {
  const uri = workspaceFile(path);
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  await vscode.workspace.fs.writeFile(uri, bytes);
  return uri;
}

export async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** Deletes a file or a folder as the user does, so that it counts no more at once. */
export async function remove(path: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.deleteFile(workspaceFile(path), { recursive: true });
  assert.ok(await vscode.workspace.applyEdit(edit), `${path} is deleted`);
}

/** Saves all that is not; documents that were changed without an editor have one only a moment later, and so for VS Code's own command. */
export async function saveDocuments(): Promise<void> {
  const unsaved = vscode.workspace.textDocuments.filter(({ isDirty, isUntitled }) => isDirty && !isUntitled);
  await Promise.all(unsaved.map((document) => document.save()));
}

/** Waits until something holds; fails with what it was waiting for. */
export async function until(what: string, holds: () => unknown, milliseconds = 45_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > end) assert.fail(`waited in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Opens a text with a cursor at each `|` and gives the editor. */
export async function openMarked(
  marked: string,
  options: { language?: string; path?: string },
): Promise<vscode.TextEditor> {
  const content = marked.replaceAll('|', '');
  const document = options.path
    ? await vscode.workspace.openTextDocument(await write(options.path, content))
    : await openUntitled(content, options.language);
  const editor = await vscode.window.showTextDocument(document);
  const parts = marked.split('|').slice(0, -1);
  let offset = 0;
  editor.selections = parts.map((part) => {
    offset += part.length;
    const position = document.positionAt(offset);
    return new vscode.Selection(position, position);
  });
  return editor;
}

/** A new document without a file. One that takes the name of another just closed may still hold that one's text. */
async function openUntitled(content: string, language: string | undefined): Promise<vscode.TextDocument> {
  for (;;) {
    const document = await vscode.workspace.openTextDocument({ language, content });
    if (document.getText() === content) return document;
  }
}

/** Closes all editors and takes back what is not saved, also in documents that were changed without an editor of their own. */
export async function closeEditors(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty || document.isClosed || document.uri.scheme === 'vscode-notebook-cell') continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
