import * as vscode from 'vscode';
import type { Log } from '../host/log';
import { refreshesBibliographies } from '../host/settings';
import type { DocumentReferencesParts } from './documentBibliography';

/** Has documents refresh the bibliographies that they keep when they are saved, where the setting says so. */
export function refreshOnSave(parts: DocumentReferencesParts, log: Log): vscode.Disposable {
  return vscode.workspace.onWillSaveTextDocument((saving) => {
    const { document } = saving;
    if (!refreshesBibliographies(document) || !document.getText().includes('literature: bibliography ')) return;
    const edits = import('./insertBibliography').then(({ editsOnSave }) => editsOnSave(document, parts));
    saving.waitUntil(
      edits.catch((error: unknown) => {
        log.error(`Refreshing the bibliography of ${document.uri.toString()}`, error);
        return [];
      }),
    );
  });
}
