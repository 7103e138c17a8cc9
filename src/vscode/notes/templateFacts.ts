import * as vscode from 'vscode';
import { DocumentFacts, type FollowingParts } from '../../workspace/documentFacts';
import { fileNameOf, folderOf } from '../../workspace/uri';

/** Larger files are no templates, in bytes. */
const LARGEST = 1024 * 1024;

/** Signs with which file names are written that mean something in a glob. */
const GLOB_SIGNS = /[*?[\]{}()!@+\\]/g;

/** The text of one template as it stands in its editor or on the disk, followed. */
export function followTemplate(uri: vscode.Uri, following: FollowingParts): DocumentFacts<string> {
  const file = { uri: uri.toString() };
  const isInside = vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  const glob = { base: folderOf(file.uri), glob: fileNameOf(file.uri).replace(GLOB_SIGNS, '?') };
  return new DocumentFacts(
    {
      select: () => ({
        watched: isInside ? [] : [glob],
        find: () => Promise.resolve([file]),
        match: (other) => (other === file.uri ? file : undefined),
      }),
      read: (_, content) => content.text(),
      isSame: (before, now) => before === now,
      largest: LARGEST,
    },
    following,
  );
}
