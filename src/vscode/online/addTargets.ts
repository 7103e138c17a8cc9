import * as vscode from 'vscode';
import { nameOf } from '../../citations/syntaxes/shared/fileNames';
import { syntaxOf } from '../citing/syntaxOf';
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
