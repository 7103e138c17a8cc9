import * as vscode from 'vscode';
import type { CitingCount } from '../../citations/index/indexedFiles';
import { inert } from '../../base/inert';
import { toRange } from '../host/convert';
import { localNumber } from '../host/number';
import { fileNameOf } from '../../workspace/uri';
import type { CitedNode, PlaceNode } from './papersNode';

/** The row that holds the places where documents cite a paper. */
export function citedItem(node: CitedNode, citers: readonly CitingCount[]): vscode.TreeItem {
  const label = vscode.l10n.t('Cited in');
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = node.id;
  item.description = documentCount(citers.length);
  item.iconPath = new vscode.ThemeIcon('references');
  item.contextValue = 'cited';
  item.accessibilityInformation = { label: `${label} ${item.description}` };
  return item;
}

/** The row of a place that cites: where it is, and the sentence. */
export function placeItem({ id, place }: PlaceNode): vscode.TreeItem {
  const { uri, range, sentence, heading } = place;
  const file = vscode.Uri.parse(uri);
  const line = range.start.line + 1;
  const item = new vscode.TreeItem(`${decodeURIComponent(fileNameOf(uri))}:${line}`);
  item.id = id;
  item.description = sentence;
  const where = `${vscode.workspace.asRelativePath(file)}:${line}`;
  item.tooltip = inert([heading === undefined ? where : `${where} · ${heading}`, sentence].join('\n'));
  item.iconPath = vscode.ThemeIcon.File;
  item.resourceUri = file;
  item.contextValue = 'place';
  item.command = {
    command: 'vscode.open',
    title: vscode.l10n.t('Show Citation'),
    arguments: [file, { selection: toRange(range), preserveFocus: true }],
  };
  item.accessibilityInformation = { label: vscode.l10n.t('{0}, line {1}: {2}', fileNameOf(uri), line, sentence) };
  return item;
}

function documentCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 document') : vscode.l10n.t('{0} documents', localNumber(count));
}
