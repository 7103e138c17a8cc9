import * as vscode from 'vscode';
import { inert } from '../../base/inert';

/*
 * What shows that something goes on. Titles and messages name citekeys and the words of others; they are made inert here, as in
 * tell.ts.
 */

/** Told how far a work is. */
export type Progress = vscode.Progress<{ readonly message?: string; readonly increment?: number }>;

/** Does a work with a notification that names it and can stop it. */
export function withNotification<T>(
  title: string,
  work: (progress: Progress, token: vscode.CancellationToken) => Promise<T>,
): Thenable<T> {
  const options = { location: vscode.ProgressLocation.Notification, title: inert(title), cancellable: true };
  return vscode.window.withProgress(options, (progress, token) => {
    const report: Progress['report'] = ({ message, increment }) =>
      progress.report({ message: message && inert(message), increment });
    return work({ report }, token);
  });
}

/** Does a work with the bar of a view that shows that it goes on. */
export function withViewProgress<T>(viewId: string, work: () => Promise<T>): Thenable<T> {
  return vscode.window.withProgress({ location: { viewId } }, work);
}
