import * as vscode from 'vscode';
import type { ChosenPapers } from '../choosing/paperChoice';
import type { Command } from '../host/command';
import { toRange } from '../host/convert';
import { tell } from '../host/tell';
import type { PaperReferences } from './paperReferences';

/** Shows every place that speaks of a paper, beside its entry. */
export class FindReferences implements Command {
  readonly id = 'literatureNotes.findReferences';
  readonly #chosen: ChosenPapers;
  readonly #references: PaperReferences;

  constructor(chosen: ChosenPapers, references: PaperReferences) {
    this.#chosen = chosen;
    this.#references = references;
  }

  async execute(...args: unknown[]): Promise<void> {
    const title = vscode.l10n.t('Find All References');
    const [entry] = await this.#chosen.papers(args, { title, many: false });
    if (!entry) return;
    const places = await this.#references.of(entry, false);
    if (places.length === 0) {
      tell(vscode.l10n.t('Nothing in the workspace cites “{0}” or links to its note.', entry.citekey));
      return;
    }
    const { start } = toRange(entry.source.range);
    const uri = vscode.Uri.parse(entry.source.uri);
    await vscode.commands.executeCommand('editor.action.showReferences', uri, start, places);
  }
}
