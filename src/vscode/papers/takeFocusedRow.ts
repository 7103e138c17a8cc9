import type { Command } from '../host/command';
import type { RowSelection } from './rowSelection';

/** Has the next command act on the focused row of the Papers view: a step of its keybindings (`FocusedRows`). */
export class TakeFocusedRow implements Command {
  readonly id = 'literatureNotes._takeFocusedRow';
  readonly #selection: RowSelection;

  constructor(selection: RowSelection) {
    this.#selection = selection;
  }

  execute(): void {
    this.#selection.takeFocused();
  }
}
