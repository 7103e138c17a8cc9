import type { Command } from '../host/command';

/** Looks for paper lists and notes anew and reads them all. */
export class Refresh implements Command {
  readonly id = 'literatureNotes.refresh';
  readonly #reload: () => Promise<void>;

  constructor(reload: () => Promise<void>) {
    this.#reload = reload;
  }

  execute(): Promise<void> {
    return this.#reload();
  }
}
