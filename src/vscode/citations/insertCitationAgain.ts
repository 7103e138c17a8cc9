import * as vscode from 'vscode';
import { paperLine } from '../../workflows/paperRow';
import { citekeysOf } from '../choosing/paperArguments';
import { pick } from '../host/ask';
import { localNumber } from '../host/number';
import { tell } from '../host/tell';
import type { ActiveCitations } from './activeCitations';

/**
 * Cites a paper at the cursor that the document at hand cites already.
 * @param args rows of the view, or citekeys; without any the user is asked
 */
export async function insertCitationAgain(active: ActiveCitations, args: readonly unknown[]): Promise<void> {
  const given = citekeysOf(args);
  const keys = given.length > 0 ? given : await choose(active);
  if (keys.length > 0) await vscode.commands.executeCommand('literatureNotes.insertCitation', keys);
}

async function choose(active: ActiveCitations): Promise<string[]> {
  const papers = (await active.now())?.papers ?? [];
  if (papers.length === 0) {
    tell(vscode.l10n.t('This document cites no paper of the library.'));
    return [];
  }
  const items = papers.map(({ entry, places }) => ({
    label: entry.citekey,
    description: `${localNumber(places.length)}×`,
    detail: paperLine(entry),
    citekey: entry.citekey,
  }));
  const title = vscode.l10n.t('Insert Citation Again');
  const placeHolder = vscode.l10n.t('A paper that this document cites');
  const chosen = await pick(items, { title, placeHolder, matchOnDetail: true });
  return chosen ? [chosen.citekey] : [];
}
