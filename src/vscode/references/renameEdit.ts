import type * as vscode from 'vscode';
import type { EditPlan } from '../../base/editPlan';
import type { RenameRefusal } from '../../workflows/rename/renameRefusal';
import { workspaceEditOf } from '../host/applyPlan';
import { refusalSentence } from '../host/refusalSentence';
import { renameSentence } from './renameSentences';

/** The edit of a rename; throws the sentence that says why there is none. */
export async function renameEdit(plan: EditPlan | RenameRefusal): Promise<vscode.WorkspaceEdit> {
  if ('code' in plan) throw new Error(renameSentence(plan));
  const planned = await workspaceEditOf(plan);
  if ('refusals' in planned) throw new Error(planned.refusals.map(refusalSentence).join(' '));
  return planned.edit;
}
