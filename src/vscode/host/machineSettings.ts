import * as vscode from 'vscode';

/**
 * What VS Code calls the place of settings that hold for one machine (those with the scope `machine` in package.json). A window
 * of another machine, as by SSH, in a container or in the browser, has them there and not among the user's own; updates of
 * `ConfigurationTarget.Global` go there, too.
 */
export function machineSettingsName(): string {
  return isRemote() ? vscode.l10n.t('your remote settings') : vscode.l10n.t('your user settings');
}

/** The command that shows one of these settings where it can be changed. */
export function showMachineSetting(setting: string): vscode.Command {
  const title = vscode.l10n.t('Open Settings');
  // The tab of the user's own settings leaves them out in a window of another machine.
  return isRemote()
    ? { command: 'workbench.action.openRemoteSettings', title, arguments: [{ query: setting }] }
    : { command: 'workbench.action.openSettings', title, arguments: [setting] };
}

function isRemote(): boolean {
  return vscode.env.remoteName !== undefined;
}
