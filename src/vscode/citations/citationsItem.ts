import * as vscode from 'vscode';
import { displayAuthors, displayTitle } from '../../library/model/display';
import type { Entry } from '../../library/model/entry';
import { paperLinks } from '../../workflows/links';
import { paperRow, type RowLayout } from '../../workflows/paperRow';
import type { Place } from '../../workflows/citationsOutline';
import { toRange } from '../host/convert';
import { localNumber } from '../host/number';
import { sideBySide } from '../host/wordList';
import { placeItem } from '../references/placeItem';
import type { CitationsNode, CitedRow, GroupRow, PlaceRow, RestRow, UncitedRow, UnknownRow } from './citationsNode';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
const WARNING = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));

/** The row of a node. */
export function citationsItem(node: CitationsNode, layout: RowLayout): vscode.TreeItem {
  switch (node.kind) {
    case 'group':
      return groupItem(node);
    case 'unknown':
      return unknownItem(node);
    case 'cited':
      return citedItem(node, layout);
    case 'uncited':
      return uncitedItem(node, layout);
    case 'place':
      return placeRowItem(node);
    case 'rest':
      return restItem(node);
  }
}

function groupItem({ id, label, description, rows }: GroupRow): vscode.TreeItem {
  const item = new vscode.TreeItem(label, rows ? (id === 'uncited' ? Collapsed : Expanded) : None);
  item.id = id;
  item.description = description;
  item.contextValue = 'group';
  item.accessibilityInformation = { label: sideBySide([label, description]) };
  return item;
}

function unknownItem({ key, places, candidates }: UnknownRow): vscode.TreeItem {
  const item = new vscode.TreeItem(key, Collapsed);
  const why =
    candidates > 0
      ? vscode.l10n.t('could be {0} papers', candidates)
      : vscode.l10n.t('no paper of the library has this citekey');
  item.id = `unknown/${key}`;
  item.description = [times(places), candidates > 0 ? why : ''].filter(Boolean).join(' · ');
  item.tooltip = `${key}: ${why}`;
  item.iconPath = WARNING;
  item.contextValue = 'unknownKey';
  item.command = revealing(places[0]);
  item.accessibilityInformation = { label: sideBySide([key, why, spokenTimes(places)]) };
  return item;
}

function citedItem({ entry, places }: CitedRow, layout: RowLayout): vscode.TreeItem {
  const item = paperItem(entry, layout, Collapsed);
  item.id = `cited/${entry.citekey}`;
  item.description = [item.description, times(places)].filter(Boolean).join(' · ');
  item.command = revealing(places[0]);
  item.accessibilityInformation = { label: sideBySide([spoken(entry), spokenTimes(places)]) };
  return item;
}

function uncitedItem({ entry }: UncitedRow, layout: RowLayout): vscode.TreeItem {
  const item = paperItem(entry, layout, None);
  item.id = `uncited/${entry.citekey}`;
  const { start } = toRange(entry.source.range);
  item.command = {
    command: 'vscode.open',
    title: vscode.l10n.t('Show Entry'),
    arguments: [vscode.Uri.parse(entry.source.uri), { selection: new vscode.Range(start, start), preserveFocus: true }],
  };
  item.accessibilityInformation = { label: spoken(entry) };
  return item;
}

function paperItem(entry: Entry, layout: RowLayout, state: vscode.TreeItemCollapsibleState): vscode.TreeItem {
  const { label, description } = paperRow(entry, layout);
  const item = new vscode.TreeItem(label, state);
  item.description = description;
  item.tooltip = `${displayTitle(entry)}\n${entry.citekey}`;
  item.iconPath = new vscode.ThemeIcon('file');
  item.contextValue = paperLinks(entry).length > 0 ? 'paper link' : 'paper';
  return item;
}

function placeRowItem({ id, place }: PlaceRow): vscode.TreeItem {
  const line = place.range.start.line + 1;
  const item = placeItem(place, vscode.l10n.t('Line {0}', line));
  item.id = id;
  return item;
}

function restItem({ count }: RestRow): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('{0} more', localNumber(count)));
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  return item;
}

function revealing({ uri, range }: Place): vscode.Command {
  return {
    command: 'vscode.open',
    title: vscode.l10n.t('Show Citation'),
    arguments: [vscode.Uri.parse(uri), { selection: toRange(range), preserveFocus: true }],
  };
}

function times(places: readonly Place[]): string {
  return `${localNumber(places.length)}×`;
}

function spokenTimes({ length }: readonly Place[]): string {
  return length === 1 ? vscode.l10n.t('cited once') : vscode.l10n.t('cited {0} times', localNumber(length));
}

function spoken(entry: Entry): string {
  return sideBySide([displayTitle(entry), displayAuthors(entry), entry.year?.toString()]);
}
