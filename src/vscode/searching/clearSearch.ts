import type { SearchSession } from './searchSession';
import type { SearchView } from './searchView';
import type { Command } from '../host/command';

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
