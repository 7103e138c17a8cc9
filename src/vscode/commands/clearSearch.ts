import type { SearchSession } from '../search/searchSession';
import type { SearchView } from '../sidebar/searchView';
import type { Command } from './command';

/** Empties the search box and shows all papers again. */
export class ClearSearch implements Command {
  readonly id = 'literatureNotes.clearSearch';
  readonly #session: SearchSession;
  readonly #view: SearchView;

  constructor(session: SearchSession, view: SearchView) {
    this.#session = session;
    this.#view = view;
  }

  async execute(): Promise<void> {
    await this.#session.setQuery('');
    this.#view.show('');
  }
}
