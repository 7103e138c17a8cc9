import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { offer } from '../host/tell';

/** Says that no library is followed, which is needed first, and offers to follow one. Does not wait for the answer. */
export function offerToFollow(): void {
  const follow = vscode.l10n.t('Follow Zotero Library…');
  inBackground(
    offer(vscode.l10n.t('No library of Zotero is followed yet.'), follow).then(async (isWanted) => {
      if (isWanted) await vscode.commands.executeCommand('literatureNotes.zotero.addLibrary');
    }),
  );
}
