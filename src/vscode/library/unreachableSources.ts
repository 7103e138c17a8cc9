import { HAS_PATHS } from '#platform/machine';
import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { folderSettings, PREFIX, userSources } from '../host/settings';
import { offer } from '../host/tell';
import { allOf } from '../host/wordList';

/** What shows both settings of sources in the settings editor. */
const SETTINGS_QUERY = '@ext:literature-notes.literature-notes sources';

/** Whether a pattern of a workspace is one from the home folder where there is none, as in a browser. */
export function isOutOfReach(pattern: string): boolean {
  return !HAS_PATHS && /^~[/\\]/.test(pattern);
}

/** The patterns of the settings that name files of a machine, where the extension runs in a browser and on none. */
function unreachable(): string[] {
  if (HAS_PATHS) return [];
  const folders = vscode.workspace.workspaceFolders ?? [];
  const ofFolders = folders.flatMap(({ uri }) => folderSettings(uri).sources.filter(isOutOfReach));
  return [...new Set([...ofFolders, ...userSources()])];
}

/** Tells of sources that cannot be read here: when the extension starts, and when the settings name another one. */
export class UnreachableSources implements vscode.Disposable {
  readonly #told = new Set<string>();
  readonly #subscription = vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(PREFIX)) inBackground(this.#tell());
  });

  constructor() {
    inBackground(this.#tell());
  }

  async #tell(): Promise<void> {
    const patterns = unreachable().filter((pattern) => !this.#told.has(pattern));
    if (patterns.length === 0) return;
    for (const pattern of patterns) this.#told.add(pattern);
    const sentence = vscode.l10n.t(
      'In the browser, only paper lists of the opened folders can be read. Left out: {0}.',
      allOf(patterns),
    );
    if (await offer(sentence, vscode.l10n.t('Open Settings'))) {
      await vscode.commands.executeCommand('workbench.action.openSettings', SETTINGS_QUERY);
    }
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}
