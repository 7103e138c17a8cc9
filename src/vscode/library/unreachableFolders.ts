import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { reasonOf } from '../../base/reason';
import { PREFIX } from '../host/settings';
import { filesOf } from '../host/directFiles';
import { offer } from '../host/tell';

/** What shows both settings of sources in the settings editor. */
const SETTINGS_QUERY = '@ext:literature-notes.literature-notes sources';

/** Tells of folders outside of the workspace, such as a library of papis, that cannot be read: once each while VS Code runs. */
export class UnreachableFolders implements vscode.Disposable {
  readonly #folders: () => readonly string[];
  readonly #told = new Set<string>();
  readonly #subscription = vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(PREFIX)) inBackground(this.tell());
  });

  /** @param folders their URIs, as the settings name them now */
  constructor(folders: () => readonly string[]) {
    this.#folders = folders;
  }

  async tell(): Promise<void> {
    for (const folder of this.#folders()) {
      const sentence = this.#told.has(folder) ? undefined : await unreachableSentence(vscode.Uri.parse(folder));
      if (sentence === undefined || this.#told.has(folder)) continue;
      this.#told.add(folder);
      inBackground(this.#offer(sentence));
    }
  }

  async #offer(sentence: string): Promise<void> {
    if (!(await offer(sentence, vscode.l10n.t('Open Settings')))) return;
    await vscode.commands.executeCommand('workbench.action.openSettings', SETTINGS_QUERY);
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}

/** Why no paper list in a folder can be read, as a sentence; undefined where they can. */
export async function unreachableSentence(folder: vscode.Uri): Promise<string | undefined> {
  const path = folder.scheme === 'file' ? folder.fsPath : folder.toString(true);
  try {
    const { type } = await filesOf(folder).stat(folder);
    if ((type & vscode.FileType.Directory) !== 0) return undefined;
    return vscode.l10n.t('“{0}”, in which paper lists are looked for, is no folder.', path);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') {
      return vscode.l10n.t('There is no folder “{0}”, in which paper lists are looked for.', path);
    }
    return vscode.l10n.t(
      'The folder “{0}”, in which paper lists are looked for, cannot be read: {1}',
      path,
      reasonOf(error),
    );
  }
}
