import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { positionalArguments } from '../../base/namedArguments';
import { reasonOf } from '../../base/reason';
import type { Log } from './log';
import { Refused } from './refused';
import { offer, tellError } from './tell';

/** A command of the extension. Its arguments come from menus, keybindings and other extensions: unknown until checked. */
export interface Command {
  readonly id: `literatureNotes.${string}`;
  execute(...args: unknown[]): unknown;
}

/** Registers commands. An exception of one is logged once and told in a sentence; a refusal is told with the way to its setting. */
export function registerCommands(commands: readonly Command[], log: Log): vscode.Disposable {
  return vscode.Disposable.from(
    ...commands.map((command) =>
      vscode.commands.registerCommand(command.id, async (...args: unknown[]) => {
        try {
          return await command.execute(...positionalArguments(args));
        } catch (error) {
          if (error instanceof Refused) return void tellRefusal(error);
          log.error(command.id, error);
          inBackground(tellError(log, vscode.l10n.t('That did not work: {0}', reasonOf(error))));
          return undefined;
        }
      }),
    ),
  );
}

async function tellRefusal({ message, setting }: Refused): Promise<void> {
  const open = await offer(message, vscode.l10n.t('Open Settings'));
  if (open) await vscode.commands.executeCommand('workbench.action.openSettings', setting);
}

/** A command that is loaded when it is first run. */
export function lazyCommand(id: Command['id'], load: () => Promise<Command>): Command {
  let loaded: Promise<Command> | undefined;
  return { id, execute: async (...args) => (await (loaded ??= load())).execute(...args) };
}
