import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { reasonOf } from '../../base/reason';
import { PREFIX } from '../host/settings';
import { filesOf } from '../host/directFiles';
import { offer } from '../host/tell';
import type { LibraryService } from './libraryService';

/** What shows both settings of sources in the settings editor. */
const SETTINGS_QUERY = '@ext:literature-notes.literature-notes sources';

/** Tells of folders in which papers are looked for, such as a library of papis, that cannot be read: once each while VS Code runs. */
export class UnreachableFolders implements vscode.Disposable {
  readonly #library: Pick<LibraryService, 'namedFolders' | 'onDidChange'>;
  readonly #told = new Set<string>();
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(library: Pick<LibraryService, 'namedFolders' | 'onDidChange'>) {
    this.#library = library;
    this.#subscriptions = [
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(PREFIX)) inBackground(this.tell());
      }),
      // A folder that goes takes its papers along.
      library.onDidChange(({ removed }) => {
        if (removed.length > 0) inBackground(this.tell());
      }),
    ];
  }

  async tell(): Promise<void> {
    for (const folders of this.#library.namedFolders()) {
      const [folder] = folders;
      const sentence = this.#told.has(folder) ? undefined : await sentenceOf(folders);
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
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** Why the first of some folders cannot be read; undefined where any of them can. */
async function sentenceOf(folders: readonly string[]): Promise<string | undefined> {
  const sentences = await Promise.all(folders.map((folder) => unreachableSentence(vscode.Uri.parse(folder))));
  return sentences.includes(undefined) ? undefined : sentences[0];
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
