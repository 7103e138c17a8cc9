import * as vscode from 'vscode';
import { localNumber } from '../../host/number';
import { toRange } from '../../host/convert';
import { sideBySide } from '../../host/wordList';
import { SHOW_CELL } from '../../references/showPlace';
import { fileNameOf } from '../../../workspace/uri';
import type { NotesGroup, NotesNode, PlaceRow, WordsRow } from './notesNode';

/** How VS Code shows a row of the Reading Notes view. */
export function notesItem(node: NotesNode): vscode.TreeItem {
  switch (node.kind) {
    case 'group':
      return groupItem(node);
    case 'place':
      return placeItem(node);
    case 'words':
      return wordsItem(node);
  }
}

function groupItem({ id, label, count, icon, isOpen }: NotesGroup): vscode.TreeItem {
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, isOpen ? Expanded : Collapsed);
  item.id = id;
  const counted = count === undefined ? undefined : localNumber(count);
  item.description = counted;
  item.iconPath = icon;
  item.contextValue = 'group';
  item.accessibilityInformation = { label: sideBySide([label, counted]) };
  return item;
}

function placeItem(row: PlaceRow): vscode.TreeItem {
  const { id, uri, label, description, tooltip, icon, traits } = row;
  const item = new vscode.TreeItem(label);
  const file = vscode.Uri.parse(uri);
  item.id = id;
  item.description = description;
  item.iconPath = icon;
  item.tooltip = [tooltip, vscode.workspace.asRelativePath(file)].filter(Boolean).join('\n');
  item.contextValue = ['place', ...traits].join(' ');
  item.command = openingOf(row, file);
  // A tooltip says in words what the row may show by a sign.
  const spoken =
    traits.includes('keyChange') || traits.includes('orphan') ? [tooltip, fileNameOf(uri)] : [label, description];
  item.accessibilityInformation = { label: sideBySide(spoken) };
  return item;
}

/** What a click on the row of a place does. */
function openingOf({ range, cell, beside }: PlaceRow, file: vscode.Uri): vscode.Command {
  const title = vscode.l10n.t('Open');
  if (cell !== undefined) return { command: SHOW_CELL, title, arguments: [file, cell] };
  if (beside !== undefined)
    return { command: 'vscode.diff', title: vscode.l10n.t('Compare'), arguments: [vscode.Uri.parse(beside), file] };
  return { command: 'vscode.open', title, arguments: [file, { selection: range && toRange(range) }] };
}

function wordsItem({ id, label }: WordsRow): vscode.TreeItem {
  const item = new vscode.TreeItem('');
  item.id = id;
  item.description = label;
  item.accessibilityInformation = { label };
  return item;
}
