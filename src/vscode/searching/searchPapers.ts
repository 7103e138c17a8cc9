import type { SearchSession } from './searchSession';
import type { SearchView } from './searchView';
import type { Command } from '../host/command';

/** Puts the cursor into the search box; a string argument becomes the query. */
export class SearchPapers implements Command {
  readonly id = 'literatureNotes.searchPapers';
  readonly #session: SearchSession;
  readonly #view: SearchView;

  constructor(session: SearchSession, view: SearchView) {
    this.#session = session;
    this.#view = view;
  }

  async execute(query: unknown): Promise<void> {
    if (typeof query === 'string') await this.#session.setQuery(query);
    await this.#view.focus();
  }
}
