import * as vscode from 'vscode';

/** A key for `when` clauses with one type of value; it is sent to VS Code only when the value changes. */
export class ContextKey<T extends string | number | boolean> {
  #value: T | undefined;

  constructor(readonly name: `literatureNotes.${string}`) {}

  set(value: T): void {
    if (value === this.#value) return;
    this.#value = value;
    void vscode.commands.executeCommand('setContext', this.name, value);
  }
}
