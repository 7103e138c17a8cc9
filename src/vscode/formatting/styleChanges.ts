import * as vscode from 'vscode';
import type { FollowingParts } from '../../workspace/documentFacts';

/** Tells when a style may read otherwise: its file, in the workspace or in an editor, is another one. */
export function onDidChangeStyles(
  { changes }: Pick<FollowingParts, 'changes'>,
  changed: () => void,
): vscode.Disposable {
  const stop = changes.subscribe({
    follow: ({ touched, deleted, typed }) => {
      if ([...touched, ...deleted, ...typed].some((uri) => /\.csl$/i.test(uri))) changed();
    },
    rescope: () => {},
  });
  return new vscode.Disposable(stop);
}
