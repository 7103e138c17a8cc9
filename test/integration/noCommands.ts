import * as vscode from 'vscode';
import type { DefinedCommands } from '../../src/vscode/citing/syntaxOf';

/** Documents whose files define no commands for one another. */
export const NO_COMMANDS: DefinedCommands = {
  commandsOf: () => [],
  onDidChangeCommands: new vscode.EventEmitter<readonly string[]>().event,
};
