import * as vscode from 'vscode';
import type { EditPlan } from '../../base/editPlan';
import { UNDO_LAST_CHANGE } from '../host/lastChange';
import { offer } from '../host/tell';

/** Tells what was renamed, with a button that takes it back. */
export async function offerUndo(sentence: string): Promise<void> {
  if (await offer(sentence, vscode.l10n.t('Undo Rename'), 'information')) {
    await vscode.commands.executeCommand(UNDO_LAST_CHANGE);
  }
}

/** `12 places of 5 files`. */
export function countOf({ edits, renames }: EditPlan): string {
  const places = edits.reduce((sum, each) => sum + each.edits.length, renames.length);
  const files = new Set([...edits.map(({ uri }) => uri), ...renames.map(({ to }) => to)]).size;
  const placeCount = places === 1 ? vscode.l10n.t('1 place') : vscode.l10n.t('{0} places', places);
  const fileCount = files === 1 ? vscode.l10n.t('1 file') : vscode.l10n.t('{0} files', files);
  return vscode.l10n.t('{0} of {1}', placeCount, fileCount);
}
