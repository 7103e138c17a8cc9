import * as vscode from 'vscode';
import { documentText } from '../citing/bibliography/wholeDocument';
import { syntaxOf } from '../citing/syntaxOf';
import { pick } from '../host/ask';
import { offer } from '../host/tell';
import type { WritableSource } from '../library/libraryService';
import type { Services } from '../shell/services';

/** What knows of paper lists, and which of them documents use. */
export type TargetParts = Pick<Services, 'library' | 'bibliographies'>;

/**
 * The sources that papers can be added to: the document at hand where it is one, then the lists of its bibliography as its tool finds
 * them, lists without fields last.
 */
export async function addTargets({ library, bibliographies }: TargetParts): Promise<WritableSource[]> {
  const document = vscode.window.activeTextEditor?.document;
  const named = document ? await bibliographyOf(document, bibliographies) : [];
  const rank = ({ uri, format }: WritableSource) => {
    const source = uri.toString();
    if (source === document?.uri.toString()) return -1;
    const at = named.indexOf(source);
    if (at >= 0) return at;
    if (format === 'text-list') return named.length + 2;
    return named.length + (vscode.workspace.getWorkspaceFolder(uri) ? 0 : 1);
  };
  return library
    .writableSources()
    .map((source) => ({ source, at: rank(source) }))
    .sort((a, b) => a.at - b.at)
    .map(({ source }) => source);
}

/** The lists that a document or its project names, those of the document first. */
async function bibliographyOf(
  document: vscode.TextDocument,
  bibliographies: TargetParts['bibliographies'],
): Promise<readonly string[]> {
  const whole = documentText(document, { syntax: syntaxOf(document), text: document.getText() });
  return (await bibliographies.of(whole))?.sources ?? [];
}

/** The source that papers are to be added to, which the user picks where there are several; where there is none, one can be added. */
export async function chosenTarget(parts: TargetParts): Promise<WritableSource | undefined> {
  const targets = await addTargets(parts);
  if (targets.length === 0) await offerList();
  if (targets.length < 2) return targets.at(0);
  const items = targets.map((source) => ({ label: vscode.workspace.asRelativePath(source.uri), source }));
  return (await pick(items, { placeHolder: vscode.l10n.t('Add the entry to') }))?.source;
}

/** Says that no source could take entries, and offers to add one. */
export async function offerList(): Promise<void> {
  const add = vscode.l10n.t('Add Paper List…');
  const sentence = vscode.l10n.t('There is no paper list yet that could take the entry.');
  if (await offer(sentence, add, 'information')) await vscode.commands.executeCommand('literatureNotes.addPaperList');
}
