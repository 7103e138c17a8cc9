import * as vscode from 'vscode';
import { escapeMarkdown } from '../../base/markdown';
import { displayAuthors, displayTitle } from '../../library/model/display';
import { CLIENTS } from '../../online/clients';
import { SERVICES } from '../../online/services';
import type { SearchedPaper } from '../../workflows/adding/searchedPapers';
import { paperRow, type RowLayout } from '../../workflows/paperRow';
import { localNumber } from '../host/number';
import { allOf, sideBySide } from '../host/wordList';
import { paperLinksMarkdown, paperParagraphs } from '../library/paperMarkdown';
import { onlineSettings } from '../online/onlineSettings';
import type { OnlineNode } from '../papers/papersNode';

/** So many services are named in a row. */
const NAMED = 2;

/** What papers of the web look like in the Papers view. */
export function onlineItem(node: OnlineNode, layout: RowLayout): vscode.TreeItem {
  const item = itemOf(node, layout);
  item.id = node.id;
  return item;
}

function itemOf(node: OnlineNode, layout: RowLayout): vscode.TreeItem {
  switch (node.role) {
    case 'offer':
      return offerItem(node);
    case 'heading':
      return headingItem(node);
    case 'paper':
      return paperItem(node, layout);
    case 'trouble':
      return troubleItem(node);
    case 'more':
      return moreItem();
  }
}

function offerItem(node: OnlineNode): vscode.TreeItem {
  const label = vscode.l10n.t('Search {0} … for “{1}”', sideBySide(searchedNames().slice(0, NAMED)), node.words);
  const item = new vscode.TreeItem(label);
  item.iconPath = new vscode.ThemeIcon('globe');
  item.contextValue = 'onlineOffer';
  item.command = {
    command: 'literatureNotes._searchOnlineHere',
    title: vscode.l10n.t('Search Online'),
    arguments: [node.words],
  };
  item.tooltip = [
    vscode.l10n.t('Sends these words to {0}.', allOf(searchedNames())),
    onlineSettings().services.includes('openalex') ? vscode.l10n.t('To OpenAlex too, if you gave it a key.') : '',
    vscode.l10n.t('Ctrl+Enter in the search box does the same.'),
  ]
    .filter(Boolean)
    .join(' ');
  item.accessibilityInformation = { label };
  return item;
}

/** The services that are searched, without those that want a key. */
function searchedNames(): string[] {
  const { services } = onlineSettings();
  const searched = CLIENTS.filter((client) => client.search && !client.canSearch && services.includes(client.id));
  return searched.map(({ id }) => SERVICES[id].name);
}

function headingItem({ content }: OnlineNode): vscode.TreeItem {
  const { title = '', detail = '', isRunning = false } = content ?? {};
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Expanded);
  item.description = detail;
  item.iconPath = new vscode.ThemeIcon(isRunning ? 'loading~spin' : 'globe');
  item.contextValue = isRunning ? 'onlineHeading running' : 'onlineHeading';
  item.accessibilityInformation = { label: sideBySide([title, detail]) };
  return item;
}

function paperItem(node: OnlineNode, layout: RowLayout): vscode.TreeItem {
  const { entry, own, found } = node.paper!;
  const { label, description } = paperRow(entry, layout);
  const item = new vscode.TreeItem(label);
  const marks = [
    found.isRetracted ? vscode.l10n.t('RETRACTED') : '',
    own ? vscode.l10n.t('in your library: {0}', own.citekey) : '',
    found.citedHere === undefined ? '' : vscode.l10n.t('cited by {0} of the papers', localNumber(found.citedHere)),
    sideBySide(found.services.map((service) => SERVICES[service].name)),
  ];
  item.description = [description, ...marks].filter(Boolean).join(' · ');
  item.iconPath = own
    ? new vscode.ThemeIcon('pass-filled', new vscode.ThemeColor('charts.green'))
    : new vscode.ThemeIcon('globe');
  item.contextValue = ['onlinePaper', own ? 'own' : 'new', pageOf(node.paper!) && 'page'].filter(Boolean).join(' ');
  item.command = {
    command: 'literatureNotes._showOnlinePaper',
    title: vscode.l10n.t('Show Paper'),
    arguments: [node],
  };
  const spoken = [displayTitle(entry), displayAuthors(entry), entry.year?.toString(), ...marks];
  item.accessibilityInformation = { label: sideBySide(spoken) };
  return item;
}

function troubleItem({ parent }: OnlineNode): vscode.TreeItem {
  const sentence = parent?.content?.trouble ?? '';
  const item = new vscode.TreeItem(sentence);
  item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  item.tooltip = sentence;
  item.contextValue = 'onlineTrouble';
  item.accessibilityInformation = { label: sentence };
  return item;
}

function moreItem(): vscode.TreeItem {
  const label = vscode.l10n.t('More results');
  const item = new vscode.TreeItem(label);
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.contextValue = 'onlineMore';
  item.command = { command: 'literatureNotes._moreOnlinePapers', title: label };
  item.accessibilityInformation = { label };
  return item;
}

/** The tooltip of a row: of a paper what services know of it, with its abstract. */
export function onlineTooltip({ role, paper, content }: OnlineNode): vscode.MarkdownString | string | undefined {
  if (role === 'heading') return content?.title;
  if (role !== 'paper' || !paper) return undefined;
  const { entry, own, found } = paper;
  const known = [
    found.isRetracted ? `**${escapeMarkdown(vscode.l10n.t('RETRACTED'))}**` : '',
    own ? `*${escapeMarkdown(vscode.l10n.t('in your library: {0}', own.citekey))}*` : '',
  ].filter(Boolean);
  const cited =
    found.citedBy === undefined ? [] : [vscode.l10n.t('cited {0}× in the world', localNumber(found.citedBy))];
  const names = sideBySide(found.services.map((service) => SERVICES[service].name));
  const facts = [escapeMarkdown(names), ...cited.map(escapeMarkdown), ...paperLinksMarkdown(entry)].join(' · ');
  const context = { titleOf: () => undefined, between: [...known, facts] };
  return new vscode.MarkdownString(paperParagraphs(entry, context).join('\n\n'));
}

/** Where a person can look at a paper. */
export function pageOf({ found }: SearchedPaper): string | undefined {
  const link = found.url ?? found.item.URL;
  return typeof link === 'string' && /^https?:\/\//i.test(link) ? link : undefined;
}
