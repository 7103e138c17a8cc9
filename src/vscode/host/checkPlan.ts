import * as vscode from 'vscode';
import type { Oddity } from '../../base/byteTruth';
import { type EditPlan, nameBefore } from '../../base/editPlan';
import type { FileStates } from '../../base/fileState';
import { type Refusal, refusalsOf } from '../../base/planCheck';
import { withLineEnds } from '../../base/planEffect';
import { caseRenames } from './caseRenames';
import { openDocument } from './openDocument';
import { planStates } from './planStates';

/** A plan that nothing speaks against, with the states that it was checked with. */
export interface CheckedPlan {
  readonly plan: EditPlan;
  readonly states: FileStates;
}

/** @param accept says what may be odd about the files that are edited; nothing, without it */
export async function checkPlan(
  given: EditPlan,
  accept?: (oddity: Oddity) => boolean,
): Promise<CheckedPlan | { readonly refusals: readonly Refusal[] }> {
  const { plan: named, own } = await caseRenames(given);
  const states = await planStates(named);
  for (const uri of own) states.delete(uri);
  for (const [uri, state] of states) {
    if (state.oddity && accept?.(state.oddity)) states.set(uri, { ...state, oddity: undefined });
  }
  const plan = withLineEnds(named, states);
  const refusals = refusalsOf(plan, states);
  if (refusals.length > 0) return { refusals };
  const unencodable = await unencodableIn(plan, states);
  return unencodable ? { refusals: [unencodable] } : { plan, states };
}

/** The first character that a plan inserts into a file whose encoding has none such. */
async function unencodableIn(plan: EditPlan, states: FileStates): Promise<Refusal | undefined> {
  for (const { uri, edits } of plan.edits) {
    const encoding = states.get(nameBefore(plan, uri))?.encoding ?? 'utf8';
    if (encoding.startsWith('utf')) continue;
    const inserted = edits.map(({ newText }) => newText).join('');
    const bytes = await vscode.workspace.encode(inserted, { encoding });
    const saved = [...(await vscode.workspace.decode(bytes, { encoding }))];
    const character = [...inserted].find((each, i) => each !== saved[i]);
    if (character !== undefined) return { code: 'unencodable', uri: nameBefore(plan, uri), encoding, character };
  }
  return undefined;
}

/** The files whose text was changed while the plan was checked. Nothing can change between this and an edit that follows at once. */
export function changedSince({ plan, states }: CheckedPlan): string[] {
  const edited = plan.edits.map(({ uri }) => nameBefore(plan, uri));
  return edited.filter((uri) => openDocument(vscode.Uri.parse(uri))?.version !== states.get(uri)?.version);
}
