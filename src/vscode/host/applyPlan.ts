import * as vscode from 'vscode';
import { isHarmless, type Oddity } from '../../base/byteTruth';
import type { EditPlan } from '../../base/editPlan';
import type { Refusal } from '../../base/planCheck';
import { editsByFile, invertPlan, textsAfter } from '../../base/planEffect';
import { changedSince, type CheckedPlan, checkPlan } from './checkPlan';
import { createFile, exists } from './newFile';
import { openDocument } from './openDocument';
import { openToEdit } from './planStates';
import { toWorkspaceEdit } from './toWorkspaceEdit';

/*
 * The one way in which users' files are changed. What is to be changed is a plan (src/base/editPlan.ts); here it is checked
 * against the files as they are, and handed to VS Code. Lint forbids every other way.
 */

/** What became of a plan. */
export type Outcome =
  | { readonly kind: 'done'; readonly undo: EditPlan }
  /** Nothing was changed. */
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  /** VS Code made some changes and not those of the files that are named; it does not say why. */
  | { readonly kind: 'failed'; readonly notDone: readonly string[] };

/** Why a plan is not carried out. */
export interface Refused {
  readonly refusals: readonly Refusal[];
}

/** The edit of a plan that nothing speaks against, and what it was checked with. */
export interface ProvidedEdit {
  readonly edit: vscode.WorkspaceEdit;
  readonly checked: CheckedPlan;
}

export interface ApplyOptions {
  /** Whether VS Code saves the changed files that were saved before, as the user's settings say of a rename. */
  readonly isRefactoring?: boolean;
  /** What may be odd about the files that are edited; nothing, without it. */
  readonly accept?: (oddity: Oddity) => boolean;
}

/**
 * Carries out a plan: as a whole, or not at all where something speaks against it. New files are written and saved, edited
 * texts are not. Never throws on account of files.
 */
export async function applyPlan(plan: EditPlan, options: ApplyOptions = {}): Promise<Outcome> {
  const checked = await checkPlan(plan, options.accept);
  if ('refusals' in checked) return { kind: 'refused', ...checked };
  const undos: (() => Promise<void>)[] = [];
  const undoCreations = async () => {
    for (const undo of undos.reverse()) await undo();
  };
  for (const { uri, contents } of plan.creates) {
    const creation = await createFile(vscode.Uri.parse(uri), contents);
    if (creation.kind === 'created') {
      undos.push(creation.undo);
      continue;
    }
    await undoCreations();
    const { kind } = creation;
    return refused(kind === 'exists' ? { code: kind, uri } : { code: 'not-created', uri, reason: creation.reason });
  }
  const outcome = await applyChanges(checked, options);
  if (outcome.kind === 'refused') await undoCreations();
  return outcome;
}

/**
 * The edit of a plan, for a provider that has to give one; undefined with the reasons where the plan is refused. New files
 * are no part of it. What is odd about the file but loses no character is left to the user, who types into it.
 */
export async function workspaceEditOf(plan: EditPlan): Promise<ProvidedEdit | Refused> {
  const checked = await checkPlan(plan, losesNothingOpen);
  return 'refusals' in checked ? checked : { edit: toWorkspaceEdit(checked), checked };
}

/**
 * Carries out a plan of edits in the document of an editor, at the user's cursors. `TextEditor.edit` keeps the cursors behind
 * what is inserted there and makes one step of undo; a `WorkspaceEdit` leaves them before it or selects it.
 */
export async function applyAtCursors(editor: vscode.TextEditor, plan: EditPlan): Promise<Outcome> {
  const checked = await checkPlan(plan, losesNothingOpen);
  if ('refusals' in checked) return { kind: 'refused', ...checked };
  const { document } = editor;
  const uri = document.uri.toString();
  if (changedSince(checked).length > 0) return refused({ code: 'changed', uri });
  const edits = editsByFile(checked.plan).get(uri) ?? [];
  const done = await editor.edit((builder) => {
    for (const { start, end, newText } of edits) {
      const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
      if (range.isEmpty) builder.insert(range.start, newText);
      else builder.replace(range, newText);
    }
  });
  return done ? { kind: 'done', undo: invertPlan(checked.plan, checked.states) } : { kind: 'failed', notDone: [uri] };
}

/** In an editor the encoding is the one that the user reads by, and line ends are what every key pressed makes of them. */
function losesNothingOpen(oddity: Oddity): boolean {
  return isHarmless(oddity) || oddity.kind === 'encoding';
}

/**
 * Renames, edits and deletes. Where nothing of that was done the plan is refused; VS Code does not say why, but does so where a
 * document is read-only by a setting.
 */
async function applyChanges(checked: CheckedPlan, { isRefactoring }: ApplyOptions): Promise<Outcome> {
  const undo = invertPlan(checked.plan, checked.states);
  const changed = changedSince(checked);
  if (changed.length > 0) return { kind: 'refused', refusals: changed.map((uri) => ({ code: 'changed', uri })) };
  const changes = [...checked.plan.renames, ...checked.plan.edits, ...checked.plan.deletes];
  if (changes.length === 0) return { kind: 'done', undo };
  const isDone = await vscode.workspace.applyEdit(toWorkspaceEdit(checked), { isRefactoring });
  const notDone = await notDoneOf(checked);
  if (isDone && notDone.length === 0) return { kind: 'done', undo };
  const isUntouched = notDone.length === changes.length;
  return isUntouched
    ? { kind: 'refused', refusals: notDone.map((uri) => ({ code: 'not-changed', uri })) }
    : { kind: 'failed', notDone };
}

/** The files of which a plan's changes were not made. */
async function notDoneOf({ plan, states }: CheckedPlan): Promise<string[]> {
  const notThere = async (uris: readonly string[]) => {
    const there = await Promise.all(uris.map((uri) => exists(vscode.Uri.parse(uri))));
    return uris.filter((_, i) => !there[i]);
  };
  const deleted = plan.deletes.map(({ uri }) => uri);
  const gone = await notThere(deleted);
  const notEdited: string[] = [];
  for (const [uri, text] of textsAfter(plan, states)) {
    if (!(await hasText(vscode.Uri.parse(uri), text))) notEdited.push(uri);
  }
  return [
    ...(await notThere(plan.renames.map(({ to }) => to))),
    ...notEdited,
    ...deleted.filter((uri) => !gone.includes(uri)),
  ];
}

/** Whether a file has a text now: in its editor, or as it was saved and closed. */
async function hasText(uri: vscode.Uri, text: string): Promise<boolean> {
  const open = openDocument(uri);
  return (open ?? (await openToEdit(uri))).getText() === text;
}

function refused(refusal: Refusal): Outcome {
  return { kind: 'refused', refusals: [refusal] };
}
