import { homeFolder } from '#platform/machine';
import * as vscode from 'vscode';
import type { Entry } from '../../library/model/entry';
import { filePlaces } from '../../workflows/details/filePlaces';
import { exists } from '../host/newFile';
import { tell } from '../host/tell';
import type { LibraryService } from '../library/libraryService';

/** Opens a file that a list attaches to a paper, or tells that it is not there. */
export async function openPaperFile(entry: Entry, stated: string, library: LibraryService): Promise<void> {
  if (!(await openIfThere(entry, stated, library))) tell(missingSentence(stated), 'warning');
}

/** That a file is not where a list says. */
export function missingSentence(stated: string): string {
  return vscode.l10n.t('There is no file “{0}”.', stated);
}

/**
 * Opens a file that a list attaches to a paper, in an editor of VS Code: nothing is run. Only now that the user asks is its path
 * looked at; one of another machine is not even asked for, which the user is told.
 * @returns whether there is such a file, as far as may be looked
 */
export async function openIfThere(entry: Entry, stated: string, library: LibraryService): Promise<boolean> {
  const source = vscode.Uri.parse(entry.source.uri);
  const places = filePlaces(stated, {
    source: entry.source.uri,
    folder: library.folderOf(entry.source.uri)?.uri.toString(),
    home: homeFolder(),
    absolute: (path) => (source.scheme === 'file' ? vscode.Uri.file(path) : source.with({ path })).toString(),
  });
  if (places.kind === 'network') {
    tell(vscode.l10n.t('“{0}” lies on another machine. Open it by hand if you trust it.', stated), 'warning');
    return true;
  }
  if (places.kind === 'web') {
    await vscode.env.openExternal(vscode.Uri.parse(places.url, true));
    return true;
  }
  for (const place of places.uris) {
    const uri = vscode.Uri.parse(place);
    if (!(await exists(uri))) continue;
    await vscode.commands.executeCommand('vscode.open', uri);
    return true;
  }
  return false;
}
