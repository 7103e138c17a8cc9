import * as vscode from 'vscode';
import { type EditPlan, planOf } from '../../../base/editPlan';
import type { TextEdit } from '../../../base/textEdit';
import { insertionsAt } from '../../../citations/insert';
import type { Syntax } from '../../../citations/syntax';
import { applyAtCursors, type Outcome } from '../../host/applyPlan';
import { refusalSentence } from '../../host/refusalSentence';
import { syntaxOf } from '../syntaxOf';

/** Finds the edits that cite at some offsets of a text. */
export type CiteAt = (text: string, offsets: readonly number[], syntax: Syntax) => TextEdit[];

/** How often edits are found anew because the user typed on while they were checked. */
const ATTEMPTS = 3;

/**
 * Writes one citation of all keys at every cursor; in a citation the keys are added to it.
 * @returns why that cannot be, as a sentence; undefined where it was done
 */
export function citeAtCursors(editor: vscode.TextEditor, keys: readonly string[]): Promise<string | undefined> {
  return writeAtCursors(editor, (text, offsets, syntax) => insertionsAt(text, offsets, keys, syntax));
}

/**
 * Makes the edits for every cursor as one step that can be undone; selected text stays.
 * @returns why that cannot be, as a sentence; undefined where it was done
 */
export async function writeAtCursors(editor: vscode.TextEditor, citeAt: CiteAt): Promise<string | undefined> {
  const { document } = editor;
  let outcome = await applyAtCursors(editor, planAtCursors(editor, citeAt));
  for (let attempt = 1; attempt < ATTEMPTS && isOvertaken(outcome); attempt++) {
    outcome = await applyAtCursors(editor, planAtCursors(editor, citeAt));
  }
  if (outcome.kind === 'refused') return outcome.refusals.map(refusalSentence).join(' ');
  if (outcome.kind !== 'done') return vscode.l10n.t('This document cannot be changed.');
  // A notebook's cell cannot be shown by itself; it has the focus again when the sidebar gives it up.
  if (document.uri.scheme !== 'vscode-notebook-cell') await vscode.window.showTextDocument(document, editor.viewColumn);
  return undefined;
}

function planAtCursors({ document, selections }: vscode.TextEditor, citeAt: CiteAt): EditPlan {
  const offsets = selections.map((selection) => document.offsetAt(selection.end));
  const edits = citeAt(document.getText(), offsets, syntaxOf(document));
  return planOf(document.uri.toString(), { version: document.version }, edits);
}

function isOvertaken(outcome: Outcome): boolean {
  return outcome.kind === 'refused' && outcome.refusals.every(({ code }) => code === 'changed');
}
