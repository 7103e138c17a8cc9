import * as vscode from 'vscode';
import type { PaperChooser } from './paperChooser';
import type { Command } from '../host/command';

/** Copies citekeys to the clipboard, separated by `, `. */
export class CopyCitekey implements Command {
  readonly id = 'literatureNotes.copyCitekey';
  readonly #chooser: PaperChooser;

  constructor(chooser: PaperChooser) {
    this.#chooser = chooser;
  }

  async execute(...args: unknown[]): Promise<void> {
    const entries = await this.#chooser.papers(args, { title: vscode.l10n.t('Copy Citekey'), many: true });
    if (entries.length === 0) return;
    await vscode.env.clipboard.writeText(entries.map((entry) => entry.citekey).join(', '));
  }
}
