import * as vscode from 'vscode';
import type { ChosenPapers } from '../choosing/paperChoice';
import type { Command } from '../host/command';
import { tell } from '../host/tell';
import { asBibtex } from '../library/asBibtex';
import { leftOutSentence } from '../library/leftOutSentence';

/** Copies papers to the clipboard as BibTeX entries. One that was read from BibTeX comes as it stands in its file. */
export class CopyAsBibtex implements Command {
  readonly id = 'literatureNotes.copyAsBibtex';
  readonly #chosen: ChosenPapers;

  constructor(chosen: ChosenPapers) {
    this.#chosen = chosen;
  }

  async execute(...args: unknown[]): Promise<void> {
    const entries = await this.#chosen.papers(args, { title: vscode.l10n.t('Copy as BibTeX'), many: true });
    if (entries.length === 0) return;
    await vscode.env.clipboard.writeText(await asBibtex(entries));
    const leftOut = await leftOutSentence(entries, 'bibtex', 'BibTeX');
    if (leftOut !== undefined) tell(leftOut);
  }
}
