import * as vscode from 'vscode';
import { offer } from '../host/tell';

/** Says that no library is followed, which is needed first, and offers to follow one. */
export async function offerToFollow(): Promise<void> {
  const follow = vscode.l10n.t('Follow Zotero Library…');
  const sentence = vscode.l10n.t('No library of Zotero is followed yet.');
  if (await offer(sentence, follow)) await vscode.commands.executeCommand('literatureNotes.zotero.addLibrary');
}
