import * as vscode from 'vscode';
import { hasTerm, toggledTerm } from '../../workflows/queryTerms';
import { pick } from '../host/ask';
import type { Command } from '../host/command';
import { quickFilters } from './quickFilters';
import type { SearchSession } from './searchSession';
import { filterData } from './searchState';

/** Switches a filter of the search on or off. */
export class FilterPapers implements Command {
  readonly id = 'literatureNotes.filterPapers';
  readonly #session: SearchSession;
  readonly #parts: Parameters<typeof filterData>[0];

  constructor(session: SearchSession, parts: Parameters<typeof filterData>[0]) {
    this.#session = session;
    this.#parts = parts;
  }

  /** @param term of the filter, such as `has:note`; asked for where it is left out */
  async execute(term?: unknown): Promise<void> {
    const chosen = typeof term === 'string' ? term : await this.#choose();
    if (chosen !== undefined) await this.#session.setQuery(toggledTerm(this.#session.query, chosen));
  }

  async #choose(): Promise<string | undefined> {
    const { query } = this.#session;
    const items = quickFilters(filterData(this.#parts)).map(({ term, label, tip }) => ({
      label,
      description: `${term} · ${tip}`,
      iconPath: new vscode.ThemeIcon(hasTerm(query, term) ? 'check' : 'blank'),
      term,
    }));
    const placeHolder = vscode.l10n.t('A filter to switch on or off');
    return (await pick(items, { placeHolder, matchOnDescription: true }))?.term;
  }
}
