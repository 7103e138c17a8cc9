import * as vscode from 'vscode';
import { mergePlans } from '../../base/editPlan';
import { citekeysOf } from '../choosing/paperArguments';
import type { Command } from '../host/command';
import { tell } from '../host/tell';
import type { NoteChanges } from './noteChanges';
import { noteSentence } from './noteSentences';
import type { KeyChange, NotesService } from './notesService';
import { localNumber } from '../host/number';

/** Writes the citekey that their paper has now into all notes that state a former one, or into those of some papers. */
export class FixNoteKeys implements Command {
  readonly id = 'literatureNotes.fixNoteKeys';
  readonly #notes: NotesService;
  readonly #changes: NoteChanges;

  constructor(notes: NotesService, changes: NoteChanges) {
    this.#notes = notes;
    this.#changes = changes;
  }

  async execute(...args: unknown[]): Promise<void> {
    const wanted = citekeysOf(args);
    const changed = this.#notes
      .keyChanges()
      .filter(({ now, citekey }) => wanted.length === 0 || wanted.includes(now) || wanted.includes(citekey));
    if (changed.length === 0)
      return tell(vscode.l10n.t('Every note that states a citekey states a right one, or its paper cannot be told.'));
    const isOrg = ({ uri }: KeyChange) => /\.org$/i.test(uri);
    const plans = await Promise.all(
      changed
        .filter((change) => !isOrg(change))
        .map(({ uri, citekey, now }) => this.#notes.planNewKey(vscode.Uri.parse(uri), citekey, now)),
    );
    const problem = plans.find((plan) => 'problem' in plan);
    if (problem && 'problem' in problem) tell(noteSentence(problem.problem), 'warning');
    const org = changed.find(isOrg);
    if (org) {
      const name = vscode.workspace.asRelativePath(vscode.Uri.parse(org.uri));
      tell(
        vscode.l10n.t('“{0}” is in Org, which is only read. Change the citekey to “{1}” by hand.', name, org.now),
        'warning',
      );
    }
    if (plans.length === 0) return;
    await this.#changes.carryOut(mergePlans(plans.flatMap((one) => ('plan' in one ? [one.plan] : []))), {
      doing: vscode.l10n.t('Changing the citekeys of notes'),
      done: (files) =>
        files === 1
          ? vscode.l10n.t('1 note states the citekey that its paper has now.')
          : vscode.l10n.t('{0} notes state the citekeys that their papers have now.', localNumber(files)),
    });
  }
}
