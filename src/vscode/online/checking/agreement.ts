import * as vscode from 'vscode';
import type { EditPlan } from '../../../base/editPlan';
import { applyEdits } from '../../../base/textEdit';
import type { Comparison } from '../../host/comparison';
import { openToEdit } from '../../host/planStates';
import { choose } from '../../host/tell';

/** Says what a plan changes, and shows it beside what is there, until the user has decided. @returns whether it is wanted */
export async function agreesTo(
  comparison: Comparison,
  plan: EditPlan,
  { title, sentence }: { readonly title: string; readonly sentence: string },
): Promise<boolean> {
  const [change, show] = [vscode.l10n.t('Change'), vscode.l10n.t('Show Changes')];
  for (;;) {
    const answer = await choose(sentence, [change, show], 'information');
    if (answer !== show) return answer === change;
    const files = await Promise.all(
      plan.edits.map(async ({ uri, edits }) => {
        const document = await openToEdit(vscode.Uri.parse(uri));
        return { uri: document.uri, after: applyEdits(document.getText(), edits) };
      }),
    );
    await comparison.show(title, files);
  }
}
