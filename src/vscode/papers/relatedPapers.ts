import * as vscode from 'vscode';
import { relatedQuery } from '../../search/query/relatedQuery';
import type { ChosenPapers } from '../choosing/paperChoice';
import type { Command } from '../host/command';
import type { SearchSession } from '../searching/searchSession';

/** Searches for the papers that are about the same as one; the search is left as any other. */
export class RelatedPapers implements Command {
  readonly id = 'literatureNotes.relatedPapers';
  readonly #session: SearchSession;
  readonly #chosen: ChosenPapers;

  constructor(session: SearchSession, chosen: ChosenPapers) {
    this.#session = session;
    this.#chosen = chosen;
  }

  async execute(...args: unknown[]): Promise<void> {
    const title = vscode.l10n.t('Related Papers');
    const [entry] = await this.#chosen.papers(args, { title, many: false });
    if (!entry) return;
    await this.#session.setQuery(relatedQuery(entry.citekey));
    this.#session.goToResults();
  }
}
