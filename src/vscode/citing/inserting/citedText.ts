import type * as vscode from 'vscode';
import { type EditPlan, planOf } from '../../../base/editPlan';
import { insertionAt } from '../../../citations/insert';
import type { ProvidedEdit, Refused } from '../../host/applyPlan';
import { type DefinedCommands, syntaxOf } from '../syntaxOf';

/** What a drop or paste writes to cite: the text at its place, or where a citation there takes the keys, a plan that edits that. */
export interface CitedText {
  readonly insertText: string;
  readonly additional?: EditPlan;
}

/** The citation of some papers for a place of a document; undefined where all of them are cited there already. */
export function citedText(
  document: vscode.TextDocument,
  position: vscode.Position,
  keys: readonly string[],
  defined: DefinedCommands,
): CitedText | undefined {
  const offset = document.offsetAt(position);
  const { edits } = insertionAt(document.getText(), offset, keys, syntaxOf(document, defined));
  if (edits.length === 0) return undefined;
  if (edits.length === 1 && edits[0].start === offset && edits[0].end === offset) {
    return { insertText: edits[0].newText };
  }
  return { insertText: '', additional: planOf(document.uri.toString(), { version: document.version }, edits) };
}

/** The edit of a citation there; the reasons where its file cannot be changed, and nothing where there is none to edit. */
export async function additionalEdit({ additional }: CitedText): Promise<Partial<ProvidedEdit & Refused>> {
  if (!additional) return {};
  const { workspaceEditOf } = await import('../../host/applyPlan');
  return workspaceEditOf(additional);
}
