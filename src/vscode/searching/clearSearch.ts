import type { SearchSession } from './searchSession';
import type { Command } from '../host/command';

/** Empties the search box and shows all papers again. */
export class ClearSearch implements Command {
  readonly id = 'literatureNotes.clearSearch';
  readonly #session: SearchSession;

  constructor(session: SearchSession) {
    this.#session = session;
  }

  execute(): Promise<void> {
    return this.#session.setQuery('');
  }
}
