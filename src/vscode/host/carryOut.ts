import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { isHarmless } from '../../base/byteTruth';
import type { EditPlan } from '../../base/editPlan';
import type { Refusal } from '../../base/planCheck';
import { applyPlan, type ApplyOptions, type Outcome } from './applyPlan';
import { refusalsSentence } from './refusalSentence';
import { choose } from './tell';
import { allOf } from './wordList';

/** What the user can have instead of the changes. */
export interface Instead {
  /** The label of a button. */
  readonly action: string;
  readonly execute: () => PromiseLike<void>;
}

/** Asks the user with a sentence and some buttons; resolves to the one that was chosen. */
export type Ask = typeof choose;

/**
 * Carries out a plan, and tells the user of one that cannot be. Where nothing worse would happen than that a file's line ends or
 * its byte order mark are made regular, the user can agree to that, for this time only.
 * @returns whether all of it was done
 */
export async function carryOut(plan: EditPlan, instead?: Instead, ask: Ask = choose): Promise<boolean> {
  return (await carryOutWith(plan, {}, instead, ask)).kind === 'done';
}

/** The same, shown or saved as the options say. @returns what became of the plan; the user has been told */
export async function carryOutWith(
  plan: EditPlan,
  options: Omit<ApplyOptions, 'accept'>,
  instead?: Instead,
  ask: Ask = choose,
): Promise<Outcome> {
  const outcome = await applyPlan(plan, options);
  if (outcome.kind !== 'refused') return told(outcome, ask);
  const anyway = vscode.l10n.t('Change Anyway');
  const actions = outcome.refusals.every(isAcceptable) ? [anyway] : [];
  if (instead) actions.push(instead.action);
  const chosen = await ask(refusalsSentence(outcome.refusals), actions);
  if (chosen === anyway) return told(await applyPlan(plan, { ...options, accept: isHarmless }), ask);
  if (chosen !== undefined) await instead?.execute();
  return outcome;
}

/** Tells what was not done of a plan. */
function told(outcome: Outcome, ask: Ask): Outcome {
  if (outcome.kind === 'refused') inBackground(ask(refusalsSentence(outcome.refusals), []));
  if (outcome.kind === 'failed') {
    const names = outcome.notDone.map((uri) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri)));
    inBackground(ask(vscode.l10n.t('The editor made not all changes. Look at {0}.', allOf(names)), []));
  }
  return outcome;
}

function isAcceptable(refusal: Refusal): boolean {
  return refusal.code === 'odd' && isHarmless(refusal.oddity);
}
