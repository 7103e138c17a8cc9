import * as vscode from 'vscode';
import type { EditPlan } from '../../base/editPlan';
import { applyOneByOne } from './applyOneByOne';
import { applyPlan } from './applyPlan';
import type { Command } from './command';
import { ContextKey } from './contextKey';
import { refusalsSentence } from './refusalSentence';
import { tell } from './tell';

/** The command that takes the last change of many files back. */
export const UNDO_LAST_CHANGE = 'literatureNotes.undoLastChange';

/** Takes back the last change of many files: what VS Code's own undo cannot, as no editor has them open. */
export class LastChange implements Command {
  readonly id = UNDO_LAST_CHANGE;
  readonly #isThere = new ContextKey<boolean>('literatureNotes.canUndo');
  #last: Change | undefined;

  /**
   * Remembers what takes a change back, in the place of the one before.
   * @param isWhole whether all files are taken back or, where one was changed since, none
   * @returns takes back this very change, also when there have been others since
   */
  remember(undo: EditPlan, isWhole = false): () => Promise<void> {
    const change = { undo, isWhole };
    const { edits, deletes, renames, creates } = undo;
    if (edits.length + deletes.length + renames.length + creates.length > 0) {
      this.#last = change;
      this.#isThere.set(true);
    }
    return () => this.#takeBack(change);
  }

  async execute(): Promise<void> {
    if (this.#last) return this.#takeBack(this.#last);
    tell(vscode.l10n.t('There is no change to undo.'));
  }

  async #takeBack(change: Change): Promise<void> {
    const { undo, isWhole } = change;
    if (isWhole) return this.#undoWhole(change);
    this.#forget(change);
    const { done, refusals } = await applyOneByOne(undo);
    if (undo.renames.length + undo.creates.length > 0) {
      const outcome = await applyPlan({ ...undo, edits: [], deletes: [] });
      if (outcome.kind === 'refused') refusals.push(...outcome.refusals);
    }
    if (refusals.length > 0) tell(refusalsSentence(refusals), 'warning');
    else tellDone(done.length);
  }

  /** A change that is refused can be undone later, when the user has put right what is in the way. */
  async #undoWhole(change: Change): Promise<void> {
    const outcome = await applyPlan(change.undo, { isRefactoring: true });
    if (outcome.kind === 'refused') return tell(refusalsSentence(outcome.refusals), 'warning');
    this.#forget(change);
    tellDone(change.undo.edits.length);
  }

  #forget(change: Change): void {
    if (this.#last !== change) return;
    this.#last = undefined;
    this.#isThere.set(false);
  }
}

/** What takes a change back. */
interface Change {
  readonly undo: EditPlan;
  readonly isWhole: boolean;
}

function tellDone(files: number): void {
  tell(files === 1 ? vscode.l10n.t('1 file is as it was.') : vscode.l10n.t('{0} files are as they were.', files));
}
