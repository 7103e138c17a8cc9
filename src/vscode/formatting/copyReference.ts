import * as vscode from 'vscode';
import type { ChosenPapers } from '../choosing/paperChoice';
import type { Command } from '../host/command';
import type { References } from './references';

/** Copies the references of papers in the chosen style to the clipboard, one a paragraph, as plain text or as Markdown. */
export class CopyReference implements Command {
  readonly id: 'literatureNotes.copyReference' | 'literatureNotes.copyReferenceAsMarkdown';
  readonly #references: References;
  readonly #chosen: ChosenPapers;
  readonly #format: 'text' | 'markdown';

  constructor(references: References, chosen: ChosenPapers, format: 'text' | 'markdown') {
    this.id = format === 'text' ? 'literatureNotes.copyReference' : 'literatureNotes.copyReferenceAsMarkdown';
    this.#references = references;
    this.#chosen = chosen;
    this.#format = format;
  }

  async execute(...args: unknown[]): Promise<void> {
    const title = vscode.l10n.t('Copy Formatted Reference');
    const entries = await this.#chosen.papers(args, { title, many: true });
    if (entries.length === 0) return;
    const style = vscode.window.activeTextEditor?.document;
    const list = await this.#references.references(entries, this.#format, style);
    await vscode.env.clipboard.writeText(list.map(({ text }) => text).join(this.#format === 'text' ? '\n' : '\n\n'));
  }
}
