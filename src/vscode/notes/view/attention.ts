import * as vscode from 'vscode';
import { fileNameOf } from '../../../workspace/uri';
import type { NotesService } from '../notesService';
import type { PlaceRow } from './notesNode';

const WARNING = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));

/** The notes that somebody should look at: whose paper has another citekey now, that no paper has, that are copies of others. */
export function attentionRows(notes: Pick<NotesService, 'keyChanges' | 'orphans' | 'conflictCopies'>): PlaceRow[] {
  const changed = notes.keyChanges().map(({ uri, citekey, now, range }): PlaceRow => ({
    ...row(uri, vscode.l10n.t('{0} is {1} now', citekey, now), WARNING, ['note', 'paper', 'keyChange']),
    range,
    entry: { citekey: now },
  }));
  const orphans = notes.orphans().map(({ uri, citekey, candidates }) => {
    const description =
      candidates.length > 0
        ? vscode.l10n.t('{0}: perhaps {1}', citekey, candidates.join(', '))
        : vscode.l10n.t('no paper has {0}', citekey);
    return row(uri, description, new vscode.ThemeIcon('question'), ['note', 'orphan']);
  });
  const copies = notes.conflictCopies().map(({ uri, original }) => {
    const description = vscode.l10n.t('conflict copy of {0}', fileNameOf(original));
    return row(uri, description, new vscode.ThemeIcon('copy'), ['copy']);
  });
  return [...changed, ...orphans, ...copies];
}

function row(uri: string, description: string, icon: vscode.ThemeIcon, traits: readonly string[]): PlaceRow {
  return { kind: 'place', id: `attention/${uri}`, uri, label: fileNameOf(uri), description, icon, traits };
}
