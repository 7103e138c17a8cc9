import * as vscode from 'vscode';
import { EMPTY_PLAN, type EditPlan, type FileEdits, mergePlans } from '../../base/editPlan';
import type { Refusal } from '../../base/planCheck';
import { invertPlan } from '../../base/planEffect';
import { applyPlan } from './applyPlan';
import { editedDocument } from './editedDocument';
import { replaceText } from './replaceText';

/** What became of a plan whose files have nothing to do with one another. */
export interface PiecemealOutcome {
  /** URIs of the files that were edited or deleted. */
  readonly done: readonly string[];
  readonly refusals: Refusal[];
  /** What takes back all that was done. */
  readonly undo: EditPlan;
}

export interface PiecemealOptions {
  /** Told how many files have been dealt with. */
  readonly progress?: (files: number) => void;
  readonly signal?: AbortSignal;
}

/** So many files are written at a time. */
const AT_ONCE = 8;
/** So many are deleted in one step: VS Code takes as long for one. */
const DELETED_TOGETHER = 50;

/**
 * Carries out the edits and deletions of a plan file by file: each is done whole or not at all, whatever becomes of the others.
 * Files that are open are edited in their editor, and not saved; all others on the disk. Never throws on account of files.
 */
export async function applyOneByOne(
  plan: Pick<EditPlan, 'edits' | 'deletes'>,
  { progress, signal }: PiecemealOptions = {},
): Promise<PiecemealOutcome> {
  const done: string[] = [];
  const refusals: Refusal[] = [];
  const undos: EditPlan[] = [];
  const take = (uris: readonly string[], outcome: Applied) => {
    if (outcome.undo) undos.push(outcome.undo);
    if (outcome.refusals) refusals.push(...outcome.refusals);
    else done.push(...uris);
    uris.forEach(() => progress?.(++count));
  };
  const deleteAll = async (deletes: EditPlan['deletes']) => {
    const outcome = await wholly({ ...EMPTY_PLAN, deletes });
    const uris = deletes.map(({ uri }) => uri);
    if (!outcome.refusals || deletes.length === 1) return take(uris, outcome);
    // Something speaks against one of them; the others have nothing to do with it.
    for (const deletion of deletes) take([deletion.uri], await wholly({ ...EMPTY_PLAN, deletes: [deletion] }));
  };
  const work = [
    ...plan.edits.map((edits) => async () => take([edits.uri], await applyEditsOf(edits))),
    ...groupsOf(plan.deletes, DELETED_TOGETHER).map((deletes) => () => deleteAll(deletes)),
  ];
  let count = 0;
  const next = async () => {
    for (let item = work.shift(); item && !signal?.aborted; item = work.shift()) await item();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  return { done, refusals, undo: mergePlans(undos) };
}

function groupsOf<T>(items: readonly T[], size: number): T[][] {
  const groups: T[][] = [];
  for (let start = 0; start < items.length; start += size) groups.push(items.slice(start, start + size));
  return groups;
}

/** Done without refusals; what was changed and not saved has both. */
interface Applied {
  readonly undo?: EditPlan;
  readonly refusals?: readonly Refusal[];
}

async function applyEditsOf(edits: FileEdits): Promise<Applied> {
  const plan = { ...EMPTY_PLAN, edits: [edits] };
  const replaced = await replaceText(edits);
  switch (replaced.kind) {
    case 'done':
      return { undo: invertPlan(plan, new Map([[edits.uri, replaced.state]])) };
    case 'refused':
      return { refusals: [replaced.refusal] };
    case 'editor':
      return inEditor(plan);
  }
}

/** Edits through the editor; a file that was opened for that alone is saved. */
async function inEditor(plan: EditPlan): Promise<Applied> {
  const [{ uri }] = plan.edits;
  const find = () => vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
  const wasOpen = editedDocument(vscode.Uri.parse(uri)) !== undefined;
  const outcome = await wholly(plan);
  if (outcome.refusals || wasOpen) return outcome;
  const isSaved = (await find()?.save()) ?? true;
  return isSaved ? outcome : { ...outcome, refusals: [{ code: 'not-saved', uri }] };
}

async function wholly(plan: EditPlan): Promise<Applied> {
  const outcome = await applyPlan(plan);
  if (outcome.kind === 'done') return { undo: outcome.undo };
  if (outcome.kind === 'refused') return { refusals: outcome.refusals };
  return { refusals: outcome.notDone.map((uri) => ({ code: 'not-changed', uri })) };
}
