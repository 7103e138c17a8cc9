import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { type EditPlan, mergePlans } from '../../base/editPlan';
import type { MovedKey } from '../../workflows/rename/movedKeys';
import { carryOutWith } from '../host/carryOut';
import type { Comparison } from '../host/comparison';
import type { LastChange } from '../host/lastChange';
import { tell } from '../host/tell';
import type { CitekeyRenames } from './citekeyRenames';
import { agreeToRename, countOf, offerUndo } from './renameCount';
import { renameSentence } from './renameSentences';

/** Has documents and notes follow the citekeys that papers have in their lists now. */
export class FollowKeys {
  readonly #renames: CitekeyRenames;
  readonly #lastChange: LastChange;
  readonly #comparison: Pick<Comparison, 'show'>;

  constructor(renames: CitekeyRenames, lastChange: LastChange, comparison: Pick<Comparison, 'show'>) {
    this.#renames = renames;
    this.#lastChange = lastChange;
    this.#comparison = comparison;
  }

  /** @param isShown whether the user looks at the changes first */
  async follow(moves: readonly MovedKey[], isShown: boolean): Promise<void> {
    const plans: EditPlan[] = [];
    for (const { from, to } of moves) {
      const plan = await this.#renames.planFollowing(from, to);
      if ('code' in plan) tell(renameSentence(plan), 'warning');
      else plans.push(plan);
    }
    const plan = mergePlans(plans);
    if (plan.edits.length + plan.renames.length === 0) return;
    if (isShown && !(await agreeToRename(plan, this.#comparison, vscode.l10n.t('Update citekeys')))) return;
    const outcome = await carryOutWith(plan, { isRefactoring: true });
    if (outcome.kind !== 'done') return;
    const takeBack = this.#lastChange.remember(outcome.undo, { isWhole: true });
    inBackground(offerUndo(vscode.l10n.t('Updated {0}.', countOf(plan)), takeBack));
  }
}
