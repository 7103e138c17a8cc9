import * as vscode from 'vscode';
import { displayTitle } from '../../library/model/display';
import type { Entry } from '../../library/model/entry';
import { paperCount } from '../host/number';

/** The title of a question about papers, with what they are: whoever was not asked for them sees which are meant. */
export function titleAbout(title: string, entries: readonly Entry[]): string {
  if (entries.length === 0) return title;
  const papers = entries.length === 1 ? displayTitle(entries[0]) : paperCount(entries.length);
  return vscode.l10n.t('{0}: {1}', title, papers);
}
