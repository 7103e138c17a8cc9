import * as vscode from 'vscode';
import type { EditPlan } from '../../base/editPlan';
import { agreeToPlan } from '../host/agreeToPlan';
import type { Comparison } from '../host/comparison';
import { offer } from '../host/tell';
import { localNumber } from '../host/number';

/** Tells what was renamed, with a button that takes that very rename back, whatever was changed since. */
export async function offerUndo(sentence: string, takeBack: () => Promise<void>): Promise<void> {
  if (await offer(sentence, vscode.l10n.t('Undo Rename'), 'information')) await takeBack();
}

/** `12 places of 5 files`. */
export function countOf({ edits, renames }: EditPlan): string {
  const places = edits.reduce((sum, each) => sum + each.edits.length, renames.length);
  const files = new Set([...edits.map(({ uri }) => uri), ...renames.map(({ to }) => to)]).size;
  const placeCount = places === 1 ? vscode.l10n.t('1 place') : vscode.l10n.t('{0} places', localNumber(places));
  const fileCount = files === 1 ? vscode.l10n.t('1 file') : vscode.l10n.t('{0} files', localNumber(files));
  return vscode.l10n.t('{0} of {1}', placeCount, fileCount);
}

/** Shows what a rename makes of all files, and asks whether to go on. */
export function agreeToRename(plan: EditPlan, comparison: Pick<Comparison, 'show'>, title: string): Promise<boolean> {
  return agreeToPlan(plan, comparison, { title, action: vscode.l10n.t('Rename in {0}', countOf(plan)) });
}
