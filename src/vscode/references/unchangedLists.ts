import * as vscode from 'vscode';
import type { Entry } from '../../library/model/entry';
import type { RenameRefusal } from '../../workflows/rename/renameRefusal';
import { choose } from '../host/tell';
import { renameSentence } from './renameSentences';

/** The list that cannot be changed, whichever of its papers it is about; undefined where the reason is another one. */
export function listOf(refusal: RenameRefusal): string | undefined {
  if (refusal.code === 'no-keys-in-list' || refusal.code === 'kept-elsewhere') return refusal.uri;
  return refusal.code === 'source' && refusal.refusal.code === 'too-large' ? refusal.uri : undefined;
}

/**
 * Tells why a list cannot be changed, once for all of these papers, and offers to copy them, so that another list can have them.
 * One that can hold no citekeys at all can be written out as another that does.
 */
export async function offerCopies(
  refusal: RenameRefusal,
  citekeys: readonly string[],
  entriesOf: (list: string) => readonly Entry[],
): Promise<void> {
  const list = refusal.code === 'no-keys-in-list' ? refusal.uri : undefined;
  const [writeOut, copy] = [vscode.l10n.t('Write Out as .bib'), vscode.l10n.t('Copy as BibTeX')];
  const chosen = await choose(renameSentence(refusal), list === undefined ? [copy] : [writeOut, copy]);
  if (chosen === copy) await vscode.commands.executeCommand('literatureNotes.copyAsBibtex', citekeys);
  if (chosen !== writeOut || list === undefined) return;
  const { writeOutList } = await import('./writeOutList');
  await writeOutList(list, entriesOf(list));
}
