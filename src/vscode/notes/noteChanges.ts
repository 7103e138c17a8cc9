import * as vscode from 'vscode';
import type { EditPlan } from '../../base/editPlan';
import type { Refusal } from '../../base/planCheck';
import { applyOneByOne, type PiecemealOutcome } from '../host/applyOneByOne';
import type { LastChange } from '../host/lastChange';
import { refusalsSentence } from '../host/refusalSentence';
import { offer, tell } from '../host/tell';
import type { NotesService } from './notesService';

/** From so many files on, the user is shown how far a change is, and can stop it. */
const MANY = 20;

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

  /** @returns the URIs of the notes that were changed */
  async carryOut(plan: Pick<EditPlan, 'edits' | 'deletes'>, words: ChangeWords): Promise<readonly string[]> {
    const files = plan.edits.length + plan.deletes.length;
    const outcome = files < MANY ? await applyOneByOne(plan) : await withProgress(plan, files, words.doing);
    this.#last.remember(outcome.undo);
    await this.#notes.takeAll(outcome.done);
    this.#tellRefusals(outcome.refusals);
    const sentence = outcome.done.length > 0 ? words.done?.(outcome.done.length) : undefined;
    if (sentence !== undefined) void this.#offerUndo(sentence);
    return outcome.done;
  }

  #tellRefusals(refusals: readonly Refusal[]): void {
    if (refusals.length > 0) tell(refusalsSentence(refusals), 'warning');
  }

  async #offerUndo(sentence: string): Promise<void> {
    if (await offer(sentence, vscode.l10n.t('Undo'), 'information')) await this.#last.execute();
  }
}

function withProgress(
  plan: Pick<EditPlan, 'edits' | 'deletes'>,
  files: number,
  title: string,
): Thenable<PiecemealOutcome> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, (progress, token) => {
    const stop = new AbortController();
    token.onCancellationRequested(() => stop.abort());
    const tellProgress = (done: number) => {
      if (done % MANY === 0) progress.report({ increment: (100 * MANY) / files, message: `${done}/${files}` });
    };
    return applyOneByOne(plan, { progress: tellProgress, signal: stop.signal });
  });
}
