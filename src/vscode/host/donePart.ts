import * as vscode from 'vscode';
import { type EditPlan, EMPTY_PLAN, type FileEdits, nameBefore, type Rename } from '../../base/editPlan';
import { editsMade } from '../../base/editsMade';
import { editsByFile, invertPlan } from '../../base/planEffect';
import { fileNameOf } from '../../workspace/uri';
import type { CheckedPlan } from './checkPlan';
import { exists } from './newFile';
import { openDocument } from './openDocument';
import { openToEdit } from './planStates';

/**
 * What takes back the part of a plan's renames and edits that files show to have been done: of an edit that a provider gave VS Code
 * does not tell what became of it, and it lets the user leave out some of it. Undefined where nothing has been done.
 */
export async function undoOfDonePart({ plan, states }: CheckedPlan): Promise<EditPlan | undefined> {
  const renames: Rename[] = [];
  for (const rename of plan.renames) if (await isRenamed(rename)) renames.push(rename);
  const renamed = new Set(renames.map(({ to }) => to));
  const done: FileEdits[] = [];
  for (const [uri, edits] of editsByFile(plan)) {
    const before = nameBefore(plan, uri);
    const name = renamed.has(uri) ? uri : before;
    const text = await textOf(vscode.Uri.parse(name));
    const made = text === undefined ? undefined : editsMade(states.get(before)?.text ?? '', edits, text);
    const { madeFor } = plan.edits.find((each) => each.uri === uri)!;
    if (made && made.length > 0) done.push({ uri: name, madeFor, edits: made });
  }
  if (renames.length + done.length === 0) return undefined;
  return invertPlan({ ...EMPTY_PLAN, renames, edits: done }, states);
}

/** Whether a file has its new name, which can differ from the old one in case alone. */
async function isRenamed({ from, to }: Rename): Promise<boolean> {
  const uri = vscode.Uri.parse(to);
  if (!(await exists(uri))) return false;
  const names = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(uri, '..'));
  return names.every(([name]) => name !== fileNameOf(from));
}

/** The text of a file in its editor, or as it was saved; undefined where there is none. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const open = openDocument(uri);
  if (open) return open.getText();
  return (await exists(uri)) ? (await openToEdit(uri)).getText() : undefined;
}
