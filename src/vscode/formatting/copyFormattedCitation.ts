import * as vscode from 'vscode';
import type { ChosenPapers } from '../choosing/paperChoice';
import type { Command } from '../host/command';
import type { References } from './references';

/** Copies papers to the clipboard as one citation in the chosen style reads: `(Smith, 2020; Vaswani et al., 2017)`. */
export class CopyFormattedCitation implements Command {
  readonly id = 'literatureNotes.copyFormattedCitation';
  readonly #references: References;
  readonly #chosen: ChosenPapers;

  constructor(references: References, chosen: ChosenPapers) {
    this.#references = references;
    this.#chosen = chosen;
  }

  async execute(...args: unknown[]): Promise<void> {
    const title = vscode.l10n.t('Copy Formatted Citation');
    const entries = await this.#chosen.papers(args, { title, many: true, cited: true });
    if (entries.length === 0) return;
    const cluster = { form: 'parenthetical' as const, items: entries.map(({ citekey }) => ({ key: citekey })) };
    const style = vscode.window.activeTextEditor?.document;
    const { clusters } = await this.#references.document([cluster], 'text', style);
    await vscode.env.clipboard.writeText(clusters[0].note?.text ?? clusters[0].text);
  }
}
