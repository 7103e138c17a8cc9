import * as vscode from 'vscode';
import { fileNameOf } from '../../../workspace/uri';
import { oneOf } from '../../host/wordList';
import type { NotesService } from '../notesService';
import type { PlaceRow } from './notesNode';

const WARNING = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));

/** The notes that somebody should look at: whose paper has another citekey now, that no paper has, that are copies of others. */
export function attentionRows(notes: Pick<NotesService, 'keyChanges' | 'orphans' | 'conflictCopies'>): PlaceRow[] {
  // The sidebar is narrow: both keys come first, and the file is told by the tooltip.
  const changed = notes.keyChanges().map(({ uri, citekey, now, range }): PlaceRow => ({
    ...row(uri, `→ ${now}`, WARNING, ['note', 'paper', 'keyChange']),
    label: citekey,
    tooltip: vscode.l10n.t('{0} is {1} now', citekey, now),
    range,
    entry: { citekey: now },
  }));
  const orphans = notes.orphans().map(({ uri, citekey, candidates }): PlaceRow => {
    const perhaps = oneOf(candidates);
    return {
      ...row(uri, '', new vscode.ThemeIcon('question'), ['note', 'orphan']),
      label: citekey,
      description: perhaps === '' ? vscode.l10n.t('no such paper') : vscode.l10n.t('perhaps {0}', perhaps),
      tooltip:
        perhaps === ''
          ? vscode.l10n.t('no paper has {0}', citekey)
          : vscode.l10n.t('{0}: perhaps {1}', citekey, perhaps),
    };
  });
  const copies = notes.conflictCopies().map(({ uri, original }): PlaceRow => {
    const told = vscode.l10n.t('conflict copy of {0}', fileNameOf(original));
    // The names are long and begin alike.
    return {
      ...row(uri, vscode.l10n.t('conflict copy'), new vscode.ThemeIcon('copy'), ['copy']),
      label: fileNameOf(original),
      tooltip: told,
      beside: original,
    };
  });
  return [...changed, ...orphans, ...copies];
}

function row(uri: string, description: string, icon: vscode.ThemeIcon, traits: readonly string[]): PlaceRow {
  return { kind: 'place', id: `attention/${uri}`, uri, label: fileNameOf(uri), description, icon, traits };
}
