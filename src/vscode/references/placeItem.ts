import * as vscode from 'vscode';
import type { CitedPlace } from '../../citations/index/citedPlace';
import type { InFile } from '../../citations/index/indexedFiles';
import { fileNameOf } from '../../workspace/uri';
import { toRange } from '../host/convert';

/** The row of a place that cites: where it is, and the sentence. A click shows it. */
export function placeItem({ uri, range, sentence, heading }: InFile<CitedPlace>, label: string): vscode.TreeItem {
  const file = vscode.Uri.parse(uri);
  const line = range.start.line + 1;
  const item = new vscode.TreeItem(label);
  item.description = sentence;
  const where = `${vscode.workspace.asRelativePath(file)}:${line}`;
  item.tooltip = [heading === undefined ? where : `${where} · ${heading}`, sentence].join('\n');
  item.contextValue = 'place';
  item.command = {
    command: 'vscode.open',
    title: vscode.l10n.t('Show Citation'),
    arguments: [file, { selection: toRange(range), preserveFocus: true }],
  };
  item.accessibilityInformation = { label: vscode.l10n.t('{0}, line {1}: {2}', fileNameOf(file.path), line, sentence) };
  return item;
}
