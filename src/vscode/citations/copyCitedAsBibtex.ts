import * as vscode from 'vscode';
import { localNumber } from '../host/number';
import { tell } from '../host/tell';
import { allOf } from '../host/wordList';
import { asBibtex } from '../library/asBibtex';
import { leftOutSentence } from '../library/leftOutSentence';
import type { ActiveCitations } from './activeCitations';

/** Copies all papers that the document at hand cites to the clipboard as BibTeX, in the order of their first citation. */
export async function copyCitedAsBibtex(active: ActiveCitations): Promise<void> {
  const citations = await active.now();
  if (!citations) return tell(vscode.l10n.t('Open a document that cites papers first.'));
  const { papers, unknown } = citations;
  if (papers.length === 0) return tell(vscode.l10n.t('This document cites no paper of the library.'));
  const entries = papers.map(({ entry }) => entry);
  await vscode.env.clipboard.writeText(await asBibtex(entries));
  const leftOut = await leftOutSentence(entries, 'bibtex', 'BibTeX');
  const copied =
    papers.length === 1
      ? vscode.l10n.t('1 entry was copied.')
      : vscode.l10n.t('{0} entries were copied.', localNumber(papers.length));
  const keys = allOf(unknown.map(({ key }) => key));
  const missing = unknown.length === 0 ? undefined : vscode.l10n.t('The library has none for: {0}.', keys);
  tell([copied, missing, leftOut].filter(Boolean).join(' '));
}
