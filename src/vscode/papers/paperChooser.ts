import * as vscode from 'vscode';
import type { Entry } from '../../library/model/entry';
import { citekeysOf } from './paperArguments';
import type { LibraryService } from '../library/libraryService';
import type { PaperQuickPick } from './paperQuickPick';
import type { RowSelection } from './rowSelection';

/** Finds out which papers a command is about. */
export class PaperChooser {
  readonly #library: LibraryService;
  readonly #selection: RowSelection;
  readonly #quickPick: PaperQuickPick;

  constructor(library: LibraryService, selection: RowSelection, quickPick: PaperQuickPick) {
    this.#library = library;
    this.#selection = selection;
    this.#quickPick = quickPick;
  }

  /**
   * The papers of a command: those of its arguments, else those selected in the tree, else those that the user picks.
   * Empty when the user cancelled, or when no argument names a paper (the user is told).
   */
  async papers(args: readonly unknown[], { title, many }: { title: string; many: boolean }): Promise<readonly Entry[]> {
    const given = citekeysOf(args);
    const keys = given.length > 0 ? given : this.#selection.citekeys;
    if (keys.length === 0) return this.#quickPick.pick(title, many);
    return keys.map((key) => this.#known(key)).filter((entry) => entry !== undefined);
  }

  #known(key: string): Entry | undefined {
    const found = this.#library.shown.resolve(key);
    if (found === undefined) {
      void vscode.window.showWarningMessage(vscode.l10n.t('No paper of the library has the citekey “{0}”.', key));
      return undefined;
    }
    if ('entry' in found) return found.entry;
    if ('aliasOf' in found) return found.aliasOf;
    const candidates = found.candidates.map((entry) => entry.citekey).join(', ');
    void vscode.window.showWarningMessage(vscode.l10n.t('“{0}” could be {1}. Use one of these keys.', key, candidates));
    return undefined;
  }
}
