import * as vscode from 'vscode';
import { isHarmless } from '../../base/byteTruth';
import { type EditPlan, nameBefore } from '../../base/editPlan';
import { textsAfter } from '../../base/planEffect';
import { pick } from './ask';
import { checkPlan } from './checkPlan';
import { closeComparison, type Comparison } from './comparison';

/** What the user is shown, and asked. */
export interface PlanWords {
  readonly title: string;
  /** What to choose to have the plan carried out. */
  readonly action: string;
}

/**
 * Shows what a plan makes of each file beside what it is, and asks whether it is to be carried out. (In VS Code's own preview
 * of an extension's changes every one of them has to be ticked first.) Where something speaks against the plan, nothing is asked:
 * carrying it out tells what.
 */
export async function agreeToPlan(
  plan: EditPlan,
  comparison: Pick<Comparison, 'show'>,
  { title, action }: PlanWords,
): Promise<boolean> {
  const checked = await checkPlan(plan, isHarmless);
  if ('refusals' in checked) return true;
  const files = [...textsAfter(checked.plan, checked.states)].map(([uri, after]) => ({
    uri: vscode.Uri.parse(nameBefore(plan, uri)),
    name: vscode.Uri.parse(uri),
    after,
  }));
  await comparison.show(title, files);
  const answers = [
    { label: action, isWanted: true },
    { label: vscode.l10n.t('Leave everything as it is'), isWanted: false },
  ];
  // What is shown may be long: the question stays while the user goes through it.
  const answer = await pick(answers, { title, ignoreFocusOut: true });
  await closeComparison(title);
  return answer?.isWanted === true;
}
