import * as vscode from 'vscode';
import type { CitingCount } from '../../citations/index/indexedFiles';
import { localNumber } from '../host/number';
import { placeItem } from '../references/placeItem';
import { placeName } from '../references/showPlace';
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

/** The row of a place that cites. */
export function citingItem({ id, place }: PlaceNode): vscode.TreeItem {
  const item = placeItem(place, placeName(place));
  item.id = id;
  return item;
}

function documentCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 document') : vscode.l10n.t('{0} documents', localNumber(count));
}
