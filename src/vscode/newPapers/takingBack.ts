import * as vscode from 'vscode';
import type { Deletion } from '../../base/editPlan';
import { hashBytes53 } from '../../base/hash';
import { applyOneByOne } from '../host/applyOneByOne';
import { openDocument } from '../host/openDocument';
import { refusalSentence } from '../host/refusalSentence';
import { tell } from '../host/tell';

/** Takes something back. Resolves to whether that was done; where not, the user was told why. */
export type TakeBack = () => Promise<boolean>;

/** Undoes what was just written into a list, as long as nothing else was. */
export function entriesTakenBack(document: vscode.TextDocument): TakeBack {
  const { version } = document;
  return async () => {
    if (document.isClosed || document.version !== version) {
      tell(vscode.l10n.t('The list was changed or closed since: take the entry out there.'), 'warning');
      return false;
    }
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    return true;
  };
}

/** Deletes notes that were just made, each as long as nothing else was written into it. What is not saved of them is saved. */
export async function notesTakenBack(notes: readonly vscode.Uri[]): Promise<TakeBack> {
  const deletes: Deletion[] = [];
  for (const uri of notes) {
    await openDocument(uri)?.save();
    deletes.push({ uri: uri.toString(), hash: hashBytes53(await vscode.workspace.fs.readFile(uri)) });
  }
  return async () => {
    const { refusals } = await applyOneByOne({ edits: [], deletes });
    const staying = refusals.filter(({ code }) => code !== 'missing');
    for (const refusal of staying) tell(stayingSentence(refusal), 'warning');
    return staying.length === 0;
  };
}

function stayingSentence(refusal: Parameters<typeof refusalSentence>[0]): string {
  if (refusal.code !== 'changed' && refusal.code !== 'unsaved') return refusalSentence(refusal);
  const name = vscode.workspace.asRelativePath(vscode.Uri.parse(refusal.uri));
  return vscode.l10n.t('You wrote in the note “{0}” since: it stays. Delete it yourself if you do not want it.', name);
}
