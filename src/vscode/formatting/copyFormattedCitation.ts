import * as vscode from 'vscode';
import type { ChosenPapers } from '../choosing/paperChoice';
import type { Command } from '../host/command';
import type { References } from './references';

/** Copies papers as one citation in the chosen style reads, as plain text or as Markdown: `(Smith, 2020; Vaswani et al., 2017)`. */
export class CopyFormattedCitation implements Command {
  readonly id: 'literatureNotes.copyFormattedCitation' | 'literatureNotes.copyFormattedCitationAsMarkdown';
  readonly #references: References;
  readonly #chosen: ChosenPapers;
  readonly #format: 'text' | 'markdown';

  constructor(references: References, chosen: ChosenPapers, format: 'text' | 'markdown') {
    this.id = `literatureNotes.copyFormattedCitation${format === 'text' ? '' : 'AsMarkdown'}`;
    this.#format = format;
    this.#references = references;
    this.#chosen = chosen;
  }

  async execute(...args: unknown[]): Promise<void> {
    const title = vscode.l10n.t('Copy Formatted Citation');
    const entries = await this.#chosen.papers(args, { title, many: true });
    if (entries.length === 0) return;
    const cluster = { form: 'parenthetical' as const, items: entries.map(({ citekey }) => ({ key: citekey })) };
    const style = vscode.window.activeTextEditor?.document;
    const { clusters } = await this.#references.document([cluster], this.#format, style);
    await vscode.env.clipboard.writeText(clusters[0].note?.text ?? clusters[0].text);
  }
}
