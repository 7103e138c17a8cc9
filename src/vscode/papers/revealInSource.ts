import * as vscode from 'vscode';
import { toRange } from '../host/convert';
import type { ChosenPapers } from '../choosing/paperChoice';
import type { Command } from '../host/command';

/** Opens the paper list at the place of a paper. */
export class RevealInSource implements Command {
  readonly id = 'literatureNotes.revealInSource';
  readonly #chosen: ChosenPapers;

  constructor(chosen: ChosenPapers) {
    this.#chosen = chosen;
  }

  async execute(...args: unknown[]): Promise<void> {
    const [entry] = await this.#chosen.papers(args, { title: vscode.l10n.t('Reveal in Source'), many: false });
    if (!entry) return;
    const { start } = toRange(entry.source.range);
    await vscode.window.showTextDocument(vscode.Uri.parse(entry.source.uri), {
      selection: new vscode.Range(start, start),
    });
  }
}
