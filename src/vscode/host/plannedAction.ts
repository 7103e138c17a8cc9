import type * as vscode from 'vscode';
import type { EditPlan } from '../../base/editPlan';
import { QuickFix } from './quickFix';
import { tell } from './tell';

/** A quick fix that changes files by a plan. Its edit is made, after the checks of every plan, when it is looked at or chosen. */
export class PlannedAction extends QuickFix {
  readonly #plan: () => EditPlan | Promise<EditPlan | string>;
  #isTold = false;

  /** @param plan gives the plan, or says in a sentence why there is none */
  constructor(title: string, diagnostic: vscode.Diagnostic, plan: () => EditPlan | Promise<EditPlan | string>) {
    super(title, [diagnostic]);
    this.#plan = plan;
  }

  /** Fills in the edit, or tells once why there is none. */
  async resolve(): Promise<this> {
    const plan = await this.#plan();
    if (typeof plan === 'string') {
      this.#tell(plan);
      return this;
    }
    const [{ workspaceEditOf }, { refusalsSentence }] = await Promise.all([
      import('./applyPlan'),
      import('./refusalSentence'),
    ]);
    const planned = await workspaceEditOf(plan);
    if ('edit' in planned) this.edit = planned.edit;
    else this.#tell(refusalsSentence(planned.refusals));
    return this;
  }

  /** Makes the change at once, where no editor asks for the edit. */
  async carryOut(): Promise<void> {
    const plan = await this.#plan();
    if (typeof plan === 'string') return tell(plan, 'warning');
    const { carryOut } = await import('./carryOut');
    await carryOut(plan);
  }

  #tell(sentence: string): void {
    if (!this.#isTold) tell(sentence, 'warning');
    this.#isTold = true;
  }
}

/** The way in which a provider of quick fixes fills in their edits. */
export function resolvePlanned(action: vscode.CodeAction): vscode.CodeAction | Promise<vscode.CodeAction> {
  return action instanceof PlannedAction ? action.resolve() : action;
}
