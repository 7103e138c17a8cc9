import * as vscode from 'vscode';
import { planOf } from '../../../base/editPlan';
import type { TextEdit } from '../../../base/textEdit';
import { cursorBehind, insertionsAt } from '../../../citations/insert';
import type { Syntax } from '../../../citations/syntax';
import { applyAtCursors, type Outcome } from '../../host/applyPlan';
import { refusalSentence } from '../../host/refusalSentence';
import { type DefinedCommands, syntaxOf } from '../syntaxOf';

/** Finds the edits that cite at some offsets of a text. */
export type CiteAt = (text: string, offsets: readonly number[], syntax: Syntax) => TextEdit[];

/** How often edits are found anew because the user typed on while they were checked. */
const ATTEMPTS = 3;

/**
 * Writes one citation of all keys at every cursor; in a citation the keys are added to it.
 * @returns why that cannot be, as a sentence; undefined where it was done
 */
export function citeAtCursors(
  editor: vscode.TextEditor,
  keys: readonly string[],
  defined: DefinedCommands,
): Promise<string | undefined> {
  return writeAtCursors(editor, (text, offsets, syntax) => insertionsAt(text, offsets, keys, syntax), defined);
}

/**
 * Makes the edits for every cursor as one step that can be undone; selected text stays. A cursor in a citation that was there goes
 * behind it.
 * @returns why that cannot be, as a sentence; undefined where it was done
 */
export async function writeAtCursors(
  editor: vscode.TextEditor,
  citeAt: CiteAt,
  defined: DefinedCommands,
): Promise<string | undefined> {
  const { document } = editor;
  let outcome = await writeOnce(editor, citeAt, defined);
  for (let attempt = 1; attempt < ATTEMPTS && isOvertaken(outcome); attempt++)
    outcome = await writeOnce(editor, citeAt, defined);
  if (outcome.kind === 'refused') return outcome.refusals.map(refusalSentence).join(' ');
  if (outcome.kind !== 'done') return vscode.l10n.t('This document cannot be changed.');
  // A notebook's cell cannot be shown by itself; it has the focus again when the sidebar gives it up.
  if (document.uri.scheme !== 'vscode-notebook-cell') await vscode.window.showTextDocument(document, editor.viewColumn);
  return undefined;
}

async function writeOnce(editor: vscode.TextEditor, citeAt: CiteAt, defined: DefinedCommands): Promise<Outcome> {
  const { document, selections } = editor;
  const [text, version, syntax] = [document.getText(), document.version, syntaxOf(document, defined)];
  const offsets = selections.map(({ end }) => document.offsetAt(end));
  const edits = citeAt(text, offsets, syntax);
  const outcome = await applyAtCursors(editor, planOf(document.uri.toString(), { version }, edits));
  if (outcome.kind !== 'done' || document.version > version + 1) return outcome;
  const cursors = offsets.map((offset) => cursorBehind(text, offset, edits, syntax));
  if (cursors.every((cursor) => cursor === undefined)) return outcome;
  editor.selections = editor.selections.map((selection, i) => {
    const cursor = cursors[i];
    if (cursor === undefined || !selection.isEmpty) return selection;
    const position = document.positionAt(cursor);
    return new vscode.Selection(position, position);
  });
  return outcome;
}

function isOvertaken(outcome: Outcome): boolean {
  return outcome.kind === 'refused' && outcome.refusals.every(({ code }) => code === 'changed');
}
