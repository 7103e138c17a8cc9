import type { Command } from '../host/command';

/** Looks for paper lists and notes anew and reads them all. */
export class Refresh implements Command {
  readonly id = 'literatureNotes.refresh';
  readonly #reload: () => Promise<unknown>;

  constructor(reload: () => Promise<unknown>) {
    this.#reload = reload;
  }

  async execute(): Promise<void> {
    await this.#reload();
  }
}
