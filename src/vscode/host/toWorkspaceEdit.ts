import * as vscode from 'vscode';
import { nameBefore } from '../../base/editPlan';
import { LineIndex } from '../../base/lineIndex';
import type { CheckedPlan } from './checkPlan';
import { toRange } from './convert';

/**
 * What a plan does to files that exist, as VS Code's edit: renames first, for the other order loses the text edits of a file
 * that is renamed. New files are no part of it: it cannot write them whole.
 */
export function toWorkspaceEdit({ plan, states }: CheckedPlan): vscode.WorkspaceEdit {
  const workspaceEdit = new vscode.WorkspaceEdit();
  for (const { from, to } of plan.renames) {
    workspaceEdit.renameFile(vscode.Uri.parse(from), vscode.Uri.parse(to), { overwrite: false });
  }
  for (const { uri, edits } of plan.edits) {
    const lines = new LineIndex(states.get(nameBefore(plan, uri))?.text ?? '');
    for (const edit of edits) {
      workspaceEdit.replace(vscode.Uri.parse(uri), toRange(lines.range(edit)), edit.newText);
    }
  }
  for (const { uri } of plan.deletes) workspaceEdit.deleteFile(vscode.Uri.parse(uri));
  return workspaceEdit;
}
