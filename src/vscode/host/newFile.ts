import * as vscode from 'vscode';
import { reasonOf } from '../../base/reason';
import { filesOf } from './directFiles';

/** What became of a new file. */
export type Creation =
  | { readonly kind: 'created'; readonly undo: () => Promise<void> }
  | { readonly kind: 'exists' }
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * Creates a file, whole or not at all: it is written under a name of its own that nobody looks for, and gets its name without
 * overwriting. What is left of a failure is removed, the folders that were made for it as well.
 */
export async function createFile(uri: vscode.Uri, contents: Uint8Array): Promise<Creation> {
  const made: vscode.Uri[] = [];
  const unfinished = vscode.Uri.joinPath(uri, '..', `.${crypto.randomUUID()}.tmp`);
  try {
    await makeFolders(vscode.Uri.joinPath(uri, '..'), made);
    const files = filesOf(uri);
    await files.writeNew(unfinished, contents);
    await files.name(unfinished, uri);
    return { kind: 'created', undo: () => removeAll([uri, ...made]) };
  } catch (error) {
    await removeAll([unfinished, ...made]);
    if (error instanceof vscode.FileSystemError && error.code === 'FileExists') return { kind: 'exists' };
    return { kind: 'failed', reason: reasonOf(error) };
  }
}

/** Makes the folders of a path that are not there, and notes them, the innermost first. */
async function makeFolders(folder: vscode.Uri, made: vscode.Uri[]): Promise<void> {
  if (await exists(folder)) return;
  const parent = vscode.Uri.joinPath(folder, '..');
  if (parent.path !== folder.path) await makeFolders(parent, made);
  await vscode.workspace.fs.createDirectory(folder);
  made.unshift(folder);
}

/** Removes files and empty folders. What somebody put something into, or is not there, stays as it is. */
async function removeAll(uris: readonly vscode.Uri[]): Promise<void> {
  for (const uri of uris) {
    try {
      await vscode.workspace.fs.delete(uri, { recursive: false, useTrash: false });
    } catch (error) {
      if (!(error instanceof vscode.FileSystemError)) throw error;
    }
  }
}

/** Whether there is a file or folder of this name; where that cannot be told, what is done with it will tell. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  return filesOf(uri)
    .stat(uri)
    .then(
      () => true,
      () => false,
    );
}
