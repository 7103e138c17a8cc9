import * as vscode from 'vscode';
import type { Log } from './log';

/** Shows an error as one sentence with a button that opens the log. */
export async function tellError(log: Log, sentence: string): Promise<void> {
  const showLog = vscode.l10n.t('Show Log');
  if ((await vscode.window.showErrorMessage(sentence, showLog)) === showLog) log.show();
}

/** Shows a warning with one action; resolves to whether the action was chosen. */
export async function offer(sentence: string, action: string): Promise<boolean> {
  return (await vscode.window.showWarningMessage(sentence, action)) === action;
}
