import * as vscode from 'vscode';
import { madeForText, planOf } from '../../base/editPlan';
import { applyEdits, type TextEdit } from '../../base/textEdit';
import { bibliographyBlocks, insertEdit, refreshEdits } from '../../citations/bibliographyBlock';
import { isSyntaxId } from '../../citations/syntaxes';
import { applyAtCursors, workspaceEditOf } from '../host/applyPlan';
import { carryOut } from '../host/carryOut';
import type { Comparison } from '../host/comparison';
import type { Drafts } from '../host/drafts';
import { refusalsSentence } from '../host/refusalSentence';
import { offer, tell } from '../host/tell';
import { allOf } from '../host/wordList';
import { documentReferences, type DocumentReferencesParts } from './documentBibliography';

/** What bibliographies of documents take. */
export interface BibliographyParts extends DocumentReferencesParts {
  readonly drafts: Pick<Drafts, 'active'>;
  readonly comparison: Pick<Comparison, 'show'>;
}

/**
 * Puts the references of what the document cites at the cursor, or refreshes those that it keeps already. What somebody changed
 * in them is shown before it is replaced.
 */
export async function insertBibliography({ drafts, comparison, ...parts }: BibliographyParts): Promise<void> {
  const editor = await drafts.active();
  if (!editor) {
    tell(vscode.l10n.t('Open the document that is to have the bibliography.'));
    return;
  }
  const { document } = editor;
  const text = document.getText();
  const made = await documentReferences(document, parts);
  if (made.references.length === 0) {
    tell(vscode.l10n.t('The document cites no paper of the library.'));
    return;
  }
  const { blocks, unclosed } = bibliographyBlocks(text, made.syntax);
  if (unclosed !== undefined) {
    const line = document.positionAt(unclosed).line + 1;
    tell(
      vscode.l10n.t('The bibliography in line {0} has no end “literature: end”. Put that back first.', line),
      'warning',
    );
    return;
  }
  if (blocks.length === 0) await insert(editor, text, made.syntax, made.references);
  else if (isSyntaxId(made.syntax)) {
    const edits = refreshEdits(text, made.syntax, blocks, made.references, eolOf(document));
    const changed = blocks.some(({ isEdited }) => isEdited) ? comparison : undefined;
    await refresh(document, text, edits, changed);
  }
  if (made.unknown.length > 0) {
    tell(vscode.l10n.t('No paper of the library has the citekeys {0}.', allOf(made.unknown, 10)), 'warning');
  }
}

/** The edits with which a document that is saved refreshes its bibliographies, but for those that somebody has changed. */
export async function editsOnSave(
  document: vscode.TextDocument,
  parts: DocumentReferencesParts,
): Promise<readonly vscode.TextEdit[]> {
  const text = document.getText();
  const { version } = document;
  const made = await documentReferences(document, parts);
  if (!isSyntaxId(made.syntax) || made.references.length === 0 || document.version !== version) return [];
  const blocks = bibliographyBlocks(text, made.syntax).blocks.filter(({ isEdited }) => !isEdited);
  const edits = refreshEdits(text, made.syntax, blocks, made.references, eolOf(document));
  if (edits.length === 0) return [];
  const planned = await workspaceEditOf(planOf(document.uri.toString(), { version }, edits));
  return 'edit' in planned ? planned.edit.get(document.uri) : [];
}

async function insert(editor: vscode.TextEditor, text: string, syntax: string, references: readonly string[]) {
  const { document, selection } = editor;
  const edit = insertEdit(text, syntax, document.offsetAt(selection.active), references, eolOf(document));
  const outcome = await applyAtCursors(editor, planOf(document.uri.toString(), madeForText(text), [edit]));
  if (outcome.kind === 'refused') tell(refusalsSentence(outcome.refusals), 'warning');
}

/** @param changed shows what somebody changed, and is to be asked about before it is replaced */
async function refresh(
  document: vscode.TextDocument,
  text: string,
  edits: readonly TextEdit[],
  changed: Pick<Comparison, 'show'> | undefined,
): Promise<void> {
  if (edits.length === 0) {
    tell(vscode.l10n.t('The bibliography is up to date.'));
    return;
  }
  if (changed) {
    const title = vscode.l10n.t('Insert or Refresh Bibliography');
    await changed.show(title, [{ uri: document.uri, after: applyEdits(text, edits) }]);
    const sentence = vscode.l10n.t('What you changed in the bibliography would be replaced, as is shown.');
    if (!(await offer(sentence, vscode.l10n.t('Replace')))) return;
  }
  await carryOut(planOf(document.uri.toString(), madeForText(text), edits));
}

function eolOf({ eol }: vscode.TextDocument): string {
  return eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
}
