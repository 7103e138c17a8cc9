import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { type EditPlan, EMPTY_PLAN, mergePlans } from '../../base/editPlan';
import { inSteps } from '../host/inSteps';
import type { LastChange } from '../host/lastChange';
import { offer, tell } from '../host/tell';
import type { NotesService } from './notesService';

/** What is said about a change of notes. */
export interface ChangeWords {
  /** While it is made: `Setting the status`. */
  readonly doing: string;
  /** When it is made, of so many files; nothing is said where this gives nothing. */
  readonly done?: (files: number) => string | undefined;
}

/** Carries out changes of notes, each file by itself, tells what could not be done, and remembers how to take all back. */
export class NoteChanges {
  readonly #notes: Pick<NotesService, 'takeAll'>;
  readonly #last: LastChange;

  constructor(notes: Pick<NotesService, 'takeAll'>, last: LastChange) {
    this.#notes = notes;
    this.#last = last;
  }

  /**
   * @param undoBefore takes back what was done before as a part of the same change
   * @returns the URIs of the notes that were changed
   */
  async carryOut(
    plan: Pick<EditPlan, 'edits' | 'deletes'>,
    words: ChangeWords,
    undoBefore: EditPlan = EMPTY_PLAN,
  ): Promise<readonly string[]> {
    const files = plan.edits.length + plan.deletes.length;
    const [{ applyOneByOne }, { refusalsSentence }] = await Promise.all([
      import('../host/applyOneByOne'),
      import('../host/refusalSentence'),
    ]);
    const outcome = await inSteps(words.doing, files, ({ done, signal }) =>
      applyOneByOne(plan, { progress: done, signal }),
    );
    // What is made and goes again within moments no watcher tells of.
    const takeBack = this.#last.remember(mergePlans([undoBefore, outcome.undo]), {
      taken: (uris) => this.#notes.takeAll(uris),
    });
    await this.#notes.takeAll(outcome.done);
    if (outcome.refusals.length > 0) tell(refusalsSentence(outcome.refusals), 'warning');
    const isChanged = outcome.done.length > 0 || undoBefore.deletes.length > 0;
    const sentence = isChanged ? words.done?.(outcome.done.length) : undefined;
    if (sentence !== undefined) inBackground(offerUndo(sentence, takeBack));
    return outcome.done;
  }
}

async function offerUndo(sentence: string, takeBack: () => Promise<void>): Promise<void> {
  if (await offer(sentence, vscode.l10n.t('Undo'), 'information')) await takeBack();
}
