import * as vscode from 'vscode';
import { localNumber } from '../host/number';
import { tell } from '../host/tell';
import { asBibtex } from '../library/asBibtex';
import type { ActiveCitations } from './activeCitations';

/** Copies all papers that the document at hand cites to the clipboard as BibTeX, in the order of their first citation. */
export async function copyCitedAsBibtex(active: ActiveCitations): Promise<void> {
  const citations = await active.now();
  if (!citations) return tell(vscode.l10n.t('Open a document that cites papers first.'));
  const { papers, unknown } = citations;
  if (papers.length === 0) return tell(vscode.l10n.t('This document cites no paper of the library.'));
  await vscode.env.clipboard.writeText(await asBibtex(papers.map(({ entry }) => entry)));
  const copied =
    papers.length === 1
      ? vscode.l10n.t('1 entry was copied.')
      : vscode.l10n.t('{0} entries were copied.', localNumber(papers.length));
  const keys = unknown.map(({ key }) => key).join(', ');
  tell(unknown.length === 0 ? copied : `${copied} ${vscode.l10n.t('The library has none for: {0}', keys)}`);
}
