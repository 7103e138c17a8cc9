import * as vscode from 'vscode';
import type { RenameRefusal } from '../../workflows/rename/renameRefusal';
import { choose } from '../host/tell';
import { renameSentence } from './renameSentences';

/** The list that cannot be changed, whichever of its papers it is about; undefined where the reason is another one. */
export function listOf(refusal: RenameRefusal): string | undefined {
  if (refusal.code === 'no-keys-in-list') return refusal.uri;
  return refusal.code === 'source' && refusal.refusal.code === 'too-large' ? refusal.uri : undefined;
}

/** Tells why a list cannot be changed, once for all of these papers, and offers to copy them, so that another list can have them. */
export async function offerCopies(refusal: RenameRefusal, citekeys: readonly string[]): Promise<void> {
  const copy = vscode.l10n.t('Copy as BibTeX');
  const chosen = await choose(renameSentence(refusal), [copy]);
  if (chosen === copy) await vscode.commands.executeCommand('literatureNotes.copyAsBibtex', citekeys);
}
