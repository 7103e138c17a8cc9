import * as vscode from 'vscode';
import { offer, tell } from '../host/tell';
import { folderSettings, PREFIX } from '../host/settings';
import type { LibraryService } from './libraryService';
import { patternFor } from '../../library/sources/sourcePattern';
import type { Command } from '../host/command';

/** Lets the user choose paper lists and adds them to the sources of the workspace. */
export class AddPaperList implements Command {
  readonly id = 'literatureNotes.addPaperList';
  readonly #library: LibraryService;

  constructor(library: LibraryService) {
    this.#library = library;
  }

  /** @param uris the files; without them an open dialog asks */
  async execute(uris: unknown): Promise<void> {
    const [firstFolder] = vscode.workspace.workspaceFolders ?? [];
    if (!firstFolder) return askForFolder();
    const files = urisOf(uris) ?? (await this.#ask(firstFolder.uri));
    if (!files || files.length === 0) return;
    const fresh = files.filter((uri) => !this.#library.isSource(uri));
    if (fresh.length === 0) {
      tell(vscode.l10n.t('This file is a paper list of the workspace already.'));
      return;
    }
    for (const uri of fresh) await addSource(uri, firstFolder);
  }

  async #ask(defaultUri: vscode.Uri): Promise<readonly vscode.Uri[] | undefined> {
    return vscode.window.showOpenDialog({
      title: vscode.l10n.t('Add Paper List'),
      openLabel: vscode.l10n.t('Add Paper List'),
      canSelectMany: true,
      defaultUri,
      filters: {
        [vscode.l10n.t('Paper lists')]: ['bib', 'ris', 'json', 'yaml', 'yml', 'txt'],
        [vscode.l10n.t('All files')]: ['*'],
      },
    });
  }
}

/** Adds one file to the setting of its workspace folder, or of the workspace where it lies elsewhere. */
async function addSource(uri: vscode.Uri, firstFolder: vscode.WorkspaceFolder): Promise<void> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (!folder && !vscode.workspace.isTrusted) {
    tell(
      vscode.l10n.t(
        'In Restricted Mode only files in the workspace folder are read. Trust the workspace to add “{0}”.',
        uri.fsPath,
      ),
      'warning',
    );
    return;
  }
  const owner = folder ?? firstFolder;
  const configuration = vscode.workspace.getConfiguration(PREFIX, owner.uri);
  const inspected = configuration.inspect<string[]>('sources');
  const manyFolders = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
  const inFolder = manyFolders || inspected?.workspaceFolderValue !== undefined;
  const target = inFolder ? vscode.ConfigurationTarget.WorkspaceFolder : vscode.ConfigurationTarget.Workspace;
  const absolute = uri.scheme === 'file' ? uri.fsPath : uri.path;
  const pattern = patternFor(uri.toString(), folder?.uri.toString(), absolute);
  await configuration.update('sources', [...folderSettings(owner.uri).sources, pattern], target);
}

async function askForFolder(): Promise<void> {
  const open = vscode.l10n.t('Open Folder');
  const sentence = vscode.l10n.t('Open a folder first: its settings remember which paper lists belong to it.');
  if (await offer(sentence, open, 'information')) {
    await vscode.commands.executeCommand('vscode.openFolder');
  }
}

function urisOf(value: unknown): vscode.Uri[] | undefined {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  const uris = values.filter((each) => each instanceof vscode.Uri);
  return uris.length > 0 ? uris : undefined;
}
