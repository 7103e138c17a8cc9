import * as vscode from 'vscode';
import { planOfNewFile } from '../../base/editPlan';
import type { Entry } from '../../library/model/entry';
import { applyPlan } from '../host/applyPlan';
import { refusalsSentence } from '../host/refusalSentence';
import { tell } from '../host/tell';
import { asBibtex } from '../library/asBibtex';
import { leftOutSentence } from '../library/leftOutSentence';

/** So many names are tried at most. */
const MOST_NAMES = 100;

/** Writes the papers of a list that holds no citekeys into a new .bib file beside it, with the keys that they have, and shows that. */
export async function writeOutList(list: string, entries: readonly Entry[]): Promise<void> {
  const text = await asBibtex(entries);
  const stem = list.replace(/\.\w+$/, '');
  for (let number = 1; number <= MOST_NAMES; number++) {
    const uri = vscode.Uri.parse(`${stem}${number === 1 ? '' : `-${number}`}.bib`);
    const outcome = await applyPlan(planOfNewFile(uri.toString(), text));
    const refusals = outcome.kind === 'refused' ? outcome.refusals : [];
    if (refusals.length > 0 && refusals.every(({ code }) => code === 'exists')) continue;
    if (outcome.kind !== 'done') return tell(refusalsSentence(refusals), 'warning');
    await vscode.window.showTextDocument(uri);
    const [name, before] = [uri, vscode.Uri.parse(list)].map((each) => vscode.workspace.asRelativePath(each));
    const written = vscode.l10n.t('“{0}” has the papers of “{1}” with their citekeys now.', name, before);
    const leftOut = await leftOutSentence(entries, 'bibtex', name);
    return tell([written, leftOut, vscode.l10n.t('Delete that list.')].filter(Boolean).join(' '));
  }
}
