import * as vscode from 'vscode';
import type { CitedPlace } from '../../citations/index/citedPlace';
import type { InFile } from '../../citations/index/indexedFiles';
import { fileNameOf } from '../../workspace/uri';
import { placeName, showPlace } from './showPlace';

/** The row of a place that cites: where it is, and the sentence. A click shows it. */
export function placeItem(place: InFile<CitedPlace>, label: string): vscode.TreeItem {
  const { uri, range, sentence, heading, cell } = place;
  const file = vscode.Uri.parse(uri);
  const line = range.start.line + 1;
  const item = new vscode.TreeItem(label);
  item.description = sentence;
  const path = vscode.workspace.asRelativePath(file);
  const where = cell === undefined ? `${path}:${line}` : path;
  item.tooltip = [heading === undefined ? where : `${where} · ${heading}`, sentence].join('\n');
  item.contextValue = 'place';
  item.command = showPlace(place);
  item.accessibilityInformation = {
    label:
      cell === undefined
        ? vscode.l10n.t('{0}, line {1}: {2}', fileNameOf(uri), line, sentence)
        : `${placeName(place)}: ${sentence}`,
  };
  return item;
}
