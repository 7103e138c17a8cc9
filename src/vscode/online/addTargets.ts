import * as vscode from 'vscode';
import { nameOf } from '../../citations/syntaxes/shared/fileNames';
import { syntaxOf } from '../citing/syntaxOf';
import { pick } from '../host/ask';
import { offer } from '../host/tell';
import type { LibraryService, WritableSource } from '../library/libraryService';

/** The sources that papers can be added to: the bibliography of the document at hand first, lists without fields last. */
export function addTargets(library: Pick<LibraryService, 'writableSources'>): WritableSource[] {
  const document = vscode.window.activeTextEditor?.document;
  const named = document ? syntaxOf(document).bibliography.paths(document.getText()).map(nameOf) : [];
  const rank = ({ uri, format }: WritableSource) => {
    if (uri.toString() === document?.uri.toString()) return 0;
    if (named.some((name) => uri.path.endsWith(`/${name}`))) return 1;
    if (format === 'text-list') return 4;
    return vscode.workspace.getWorkspaceFolder(uri) ? 2 : 3;
  };
  return library
    .writableSources()
    .map((source) => ({ source, at: rank(source) }))
    .sort((a, b) => a.at - b.at)
    .map(({ source }) => source);
}

/** The source that papers are to be added to, which the user picks where there are several; where there is none, one can be added. */
export async function chosenTarget(
  library: Pick<LibraryService, 'writableSources'>,
): Promise<WritableSource | undefined> {
  const targets = addTargets(library);
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
