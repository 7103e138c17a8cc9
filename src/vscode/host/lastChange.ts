import * as vscode from 'vscode';
import type { EditPlan } from '../../base/editPlan';
import { applyOneByOne } from './applyOneByOne';
import { applyPlan } from './applyPlan';
import type { Command } from './command';
import { ContextKey } from './contextKey';
import { refusalsSentence } from './refusalSentence';
import { tell } from './tell';

/** Takes back the last change of many files: what VS Code's own undo cannot, as no editor has them open. */
export class LastChange implements Command {
  readonly id = 'literatureNotes.undoLastChange';
  readonly #isThere = new ContextKey<boolean>('literatureNotes.canUndo');
  #undo: EditPlan | undefined;

  /** Remembers what takes a change back, in the place of the one before. */
  remember(undo: EditPlan): void {
    const { edits, deletes, renames, creates } = undo;
    if (edits.length + deletes.length + renames.length + creates.length === 0) return;
    this.#undo = undo;
    this.#isThere.set(true);
  }

  async execute(): Promise<void> {
    const undo = this.#undo;
    if (!undo) return tell(vscode.l10n.t('There is no change to undo.'));
    this.#undo = undefined;
    this.#isThere.set(false);
    const { done, refusals } = await applyOneByOne(undo);
    if (undo.renames.length + undo.creates.length > 0) {
      const outcome = await applyPlan({ ...undo, edits: [], deletes: [] });
      if (outcome.kind === 'refused') refusals.push(...outcome.refusals);
    }
    if (refusals.length > 0) tell(refusalsSentence(refusals), 'warning');
    else
      tell(
        done.length === 1
          ? vscode.l10n.t('1 file is as it was.')
          : vscode.l10n.t('{0} files are as they were.', done.length),
      );
  }
}
