import * as vscode from 'vscode';
import { IGNORES_CASE } from '#platform/machine';
import { type EditPlan, type Rename, withoutRenames } from '../../base/editPlan';
import { fileNameOf } from '../../workspace/uri';
import { exists } from './newFile';

/** What becomes of a plan's renames in case only, where both names are one file. */
export interface CaseRenames {
  readonly plan: EditPlan;
  /** The new names that are no other files, though they are there. */
  readonly own: ReadonlySet<string>;
}

/**
 * Looks at the renames in case only. Where a folder does not tell names by case, but VS Code takes it for one that does (Windows'
 * disks in Linux, among others), it refuses to rename: such a file keeps its name.
 */
export async function caseRenames(plan: EditPlan): Promise<CaseRenames> {
  const own = new Set<string>();
  const kept = new Set<string>();
  for (const rename of plan.renames) {
    if (!(await isOneFile(rename))) continue;
    if (IGNORES_CASE && vscode.Uri.parse(rename.to).scheme === 'file') own.add(rename.to);
    else kept.add(rename.from);
  }
  return { plan: kept.size > 0 ? withoutRenames(plan, kept) : plan, own };
}

/** Whether a name is there only as another way to write the present one: its folder does not list it. */
async function isOneFile({ from, to }: Rename): Promise<boolean> {
  if (from === to || from.toLowerCase() !== to.toLowerCase()) return false;
  const uri = vscode.Uri.parse(to);
  if (!(await exists(uri))) return false;
  const names = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(uri, '..')).then(
    (list) => list.map(([name]) => name),
    () => undefined,
  );
  return names !== undefined && !names.includes(fileNameOf(to));
}
