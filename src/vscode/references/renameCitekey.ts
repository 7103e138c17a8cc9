import * as vscode from 'vscode';
import type { ChosenPapers } from '../choosing/paperChoice';
import type { Command } from '../host/command';
import type { CitekeyRenamer } from './citekeyRenamer';

/** Gives a paper another citekey in its lists, in all documents and notes. */
export class RenameCitekey implements Command {
  readonly id = 'literatureNotes.renameCitekey';
  readonly #chosen: ChosenPapers;
  readonly #renamer: CitekeyRenamer;

  constructor(chosen: ChosenPapers, renamer: CitekeyRenamer) {
    this.#chosen = chosen;
    this.#renamer = renamer;
  }

  /** @param args the paper, and its new citekey; what is missing is asked for */
  async execute(...args: unknown[]): Promise<void> {
    const title = vscode.l10n.t('Rename Citekey');
    const [entry] = await this.#chosen.papers(args, { title, many: false });
    if (!entry) return;
    if (typeof args[1] === 'string') await this.#renamer.rename(entry, { key: args[1] });
    else await this.#renamer.ask(entry, entry.citekey);
  }
}
