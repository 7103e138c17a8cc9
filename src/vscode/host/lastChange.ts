import * as vscode from 'vscode';
import type { EditPlan } from '../../base/editPlan';
import type { Refusal } from '../../base/planCheck';
import type { Command } from './command';
import { ContextKey } from './contextKey';
import { inSteps } from './inSteps';
import { tell } from './tell';
import { localNumber } from './number';

/** The command that takes the last change of many files back. */
export const UNDO_LAST_CHANGE = 'literatureNotes.undoLastChange';

/** Takes back the last change of many files: what VS Code's own undo cannot, as no editor has them open. */
export class LastChange implements Command {
  readonly id = UNDO_LAST_CHANGE;
  readonly #isThere = new ContextKey<boolean>('literatureNotes.canUndo');
  #last: Change | undefined;

  /**
   * Remembers what takes a change back, in the place of the one before.
   * @param options.isWhole whether all files are taken back or, where one was changed since, none
   * @param options.taken told which files were taken back
   * @returns takes back this very change, also when there have been others since
   */
  remember(undo: EditPlan, { isWhole = false, taken }: RememberOptions = {}): () => Promise<void> {
    const change = { undo, isWhole, taken };
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
    const [{ applyOneByOne }, { applyPlan }] = await Promise.all([import('./applyOneByOne'), import('./applyPlan')]);
    const files = undo.edits.length + undo.deletes.length;
    const { done, refusals } = await inSteps(vscode.l10n.t('Undoing the change'), files, (steps) =>
      applyOneByOne(undo, { progress: steps.done, signal: steps.signal }),
    );
    if (undo.renames.length + undo.creates.length > 0) {
      const outcome = await applyPlan({ ...undo, edits: [], deletes: [] });
      if (outcome.kind === 'refused') refusals.push(...outcome.refusals);
    }
    await change.taken?.(done);
    if (refusals.length > 0) await tellRefusals(refusals);
    else {
      const gone = undo.deletes.filter(({ uri }) => done.includes(uri)).length;
      tellDone(done.length - gone, gone);
    }
  }

  /** A change that is refused can be undone later, when the user has put right what is in the way. */
  async #undoWhole(change: Change): Promise<void> {
    const { applyPlan } = await import('./applyPlan');
    const outcome = await applyPlan(change.undo, { isRefactoring: true });
    if (outcome.kind === 'refused') return tellRefusals(outcome.refusals);
    this.#forget(change);
    tellDone(change.undo.edits.length, 0);
  }

  #forget(change: Change): void {
    if (this.#last !== change) return;
    this.#last = undefined;
    this.#isThere.set(false);
  }
}

/** How a change is taken back. */
interface RememberOptions {
  readonly isWhole?: boolean;
  readonly taken?: (uris: readonly string[]) => Promise<void>;
}

/** What takes a change back. */
interface Change extends RememberOptions {
  readonly undo: EditPlan;
}

async function tellRefusals(refusals: readonly Refusal[]): Promise<void> {
  const { refusalsSentence } = await import('./refusalSentence');
  tell(refusalsSentence(refusals), 'warning');
}

/** @param gone files that the change had made */
function tellDone(files: number, gone: number): void {
  const sentences: string[] = [];
  if (files > 0 || gone === 0)
    sentences.push(
      files === 1
        ? vscode.l10n.t('1 file is as it was.')
        : vscode.l10n.t('{0} files are as they were.', localNumber(files)),
    );
  if (gone > 0)
    sentences.push(gone === 1 ? vscode.l10n.t('1 new file is gone.') : vscode.l10n.t('{0} new files are gone.', gone));
  tell(sentences.join(' '));
}
