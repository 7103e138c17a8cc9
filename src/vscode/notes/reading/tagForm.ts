import * as vscode from 'vscode';
import { folderSettings } from '../../host/settings';
import { exists } from '../../host/newFile';

/** The folder by which a folder is told to be a vault of Obsidian. */
const VAULT = '.obsidian';

/**
 * Tags that a note is to have, in the form that the settings want: in a vault of Obsidian, unless they say otherwise, as Obsidian takes
 * them, and elsewhere as they are. Tags that the note has already stay.
 * @param folder the folder of the note
 */
export async function tagsInForm(
  tags: readonly string[],
  known: readonly string[],
  folder: vscode.Uri,
): Promise<readonly string[]> {
  if (tags.every((tag) => known.includes(tag)) || !(await wantsObsidianForm(folder))) return tags;
  const { inObsidianForm } = await import('../../../notes/obsidianTags');
  return inObsidianForm(tags, known);
}

async function wantsObsidianForm(folder: vscode.Uri): Promise<boolean> {
  const root = vscode.workspace.getWorkspaceFolder(folder);
  const { tagForm } = folderSettings(root?.uri).notes;
  if (tagForm !== 'auto') return tagForm === 'obsidian';
  return root !== undefined && isInVault(folder, root.uri);
}

/** Whether a folder, or one that it lies in, is a vault, up to the folder of the workspace. */
async function isInVault(folder: vscode.Uri, root: vscode.Uri): Promise<boolean> {
  if (await exists(vscode.Uri.joinPath(folder, VAULT))) return true;
  return folder.path.length > root.path.length && isInVault(vscode.Uri.joinPath(folder, '..'), root);
}
