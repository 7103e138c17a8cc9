import * as vscode from 'vscode';
import type { Entry } from '../../../library/model/entry';
import { localNumber } from '../../host/number';
import { allOf } from '../../host/wordList';

/** What was added where. */
export function addedSentence(entries: readonly Entry[], list: vscode.Uri): string {
  const file = vscode.workspace.asRelativePath(list);
  if (entries.length === 1) return vscode.l10n.t('“{0}” was added to “{1}”.', entries[0].citekey, file);
  return vscode.l10n.t('{0} entries were added to “{1}”.', localNumber(entries.length), file);
}

/** What the bibliography lacks. */
export function lacksSentence(entries: readonly Entry[], list: vscode.Uri): string {
  const file = vscode.workspace.asRelativePath(list);
  const keys = allOf(entries.map(({ citekey }) => citekey));
  if (entries.length === 1) return vscode.l10n.t('The bibliography “{0}” lacks “{1}”. Add it?', file, keys);
  return vscode.l10n.t('The bibliography “{0}” lacks {1}. Add them?', file, keys);
}
