import * as vscode from 'vscode';
import type { ChosenPapers } from '../choosing/paperChoice';
import type { Command } from '../host/command';

/** What stands between copied citekeys. */
const SEPARATOR = ', ';

/** Copies citekeys to the clipboard. */
export class CopyCitekey implements Command {
  readonly id = 'literatureNotes.copyCitekey';
  readonly #chosen: ChosenPapers;

  constructor(chosen: ChosenPapers) {
    this.#chosen = chosen;
  }

  async execute(...args: unknown[]): Promise<void> {
    const entries = await this.#chosen.papers(args, { title: vscode.l10n.t('Copy Citekey'), many: true });
    if (entries.length === 0) return;
    await vscode.env.clipboard.writeText(entries.map((entry) => entry.citekey).join(SEPARATOR));
  }
}
