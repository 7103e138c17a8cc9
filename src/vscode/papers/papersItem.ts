import * as vscode from 'vscode';
import type { OffsetRange } from '../../base/position';
import { displayAuthors, displayTitle } from '../../library/model/display';
import { readingStage } from '../../library/model/readingStage';
import type { PaperState } from '../../notes/paperState';
import type { Arrangement, Grouping } from '../../workflows/arrangement';
import { paperLinks } from '../../workflows/links';
import { paperRow, type RowLayout } from '../../workflows/paperRow';
import { READING_ICONS } from '../library/readingIcons';
import { localNumber, paperCount } from '../host/number';
import { sideBySide } from '../host/wordList';
import type { GroupNode, MoreNode, PaperNode } from './papersNode';

/** The command behind a paper's row. */
export const SHOW_PAPER = 'literatureNotes._showPaper';
/** The command behind a "Show more" row. */
export const SHOW_MORE = 'literatureNotes._showMore';

const BEST_RATING = 5;
/** So many tags of a note stand in its paper's row. */
const MOST_TAGS = 3;
const RETRACTED = new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground'));
const WITHOUT_NOTE = new vscode.ThemeIcon('file');

/** What the row of a paper depends on beside the paper. */
interface RowContent {
  /** Where the words of the query stand in a title; without a query nowhere. */
  readonly highlight?: (title: string) => readonly OffsetRange[];
  readonly layout: RowLayout;
  readonly arrangement: Arrangement;
  readonly stateOf: (citekey: string) => PaperState | undefined;
  /** How often documents cite a paper. */
  readonly citedCount: (citekey: string) => number;
  readonly isRetracted: (citekey: string) => boolean;
  /** The version of a paper that came out in the last days. */
  readonly newVersionOf: (citekey: string) => number | undefined;
}

/** The row of a paper, with the words of the query marked in the title. The tooltip is resolved when it is asked for. */
export function paperItem(node: PaperNode, content: RowContent): vscode.TreeItem {
  const { highlight, layout, arrangement, stateOf } = content;
  const { entry } = node;
  const cited = content.citedCount(entry.citekey);
  const title = displayTitle(entry);
  const { label, titleAt, description } = paperRow(entry, layout, arrangement.grouping);
  const retracted = content.isRetracted(entry.citekey) ? vscode.l10n.t('retracted') : '';
  const version = content.newVersionOf(entry.citekey);
  const isNew = version === undefined ? '' : vscode.l10n.t('version {0} is new', version);
  const state = stateOf(entry.citekey);
  const hasNote = state !== undefined && !state.isKeptApart;
  const status = state?.status ?? '';
  const stage = readingStage(status);
  const authors = displayAuthors(entry);
  const year = entry.year?.toString() ?? '';
  const highlights = highlight?.(title) ?? [];
  const marks = highlights.map(({ start, end }): [number, number] => [start + titleAt, end + titleAt]);
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem({ label, highlights: marks }, cited > 0 ? Collapsed : None);
  item.id = node.id;
  item.description = [retracted, isNew, description, status, ...statedParts(state), citedTimes(cited)]
    .filter(Boolean)
    .join(' · ');
  item.command = { command: SHOW_PAPER, title: vscode.l10n.t('Show Paper'), arguments: [node] };
  item.iconPath = retracted ? RETRACTED : iconOf(hasNote, stage);
  const isLinked = paperLinks(entry).length > 0;
  const isZotero = entry.origin?.startsWith('zotero:');
  item.contextValue = ['paper', hasNote && 'note', isLinked && 'link', isZotero && 'zotero'].filter(Boolean).join(' ');
  const note = hasNote ? vscode.l10n.t('has a note') : '';
  const rating = state?.rating === undefined ? '' : vscode.l10n.t('rated {0}', state.rating);
  const spoken = [title, retracted, isNew, authors, year, note, status, rating, citedTimes(cited)];
  item.accessibilityInformation = { label: sideBySide(spoken) };
  return item;
}

/** How often documents cite a paper, in few letters. */
function citedTimes(count: number): string {
  return count === 0 ? '' : vscode.l10n.t('cited {0}×', localNumber(count));
}

function iconOf(hasNote: boolean, stage: keyof typeof READING_ICONS | undefined): vscode.ThemeIcon {
  if (stage && (hasNote || stage !== 'unread')) return READING_ICONS[stage];
  return hasNote ? READING_ICONS.unread : WITHOUT_NOTE;
}

/** What stands behind the status: stars, the priority, the first tags. */
function statedParts(state: PaperState | undefined): string[] {
  if (!state) return [];
  const { rating = 0, priority = '', tags = [] } = state;
  const stars = '★'.repeat(Math.max(0, Math.min(BEST_RATING, Math.round(rating))));
  const shown = tags.slice(0, MOST_TAGS).map((tag) => `#${tag}`);
  return [stars, priority, [...shown, tags.length > MOST_TAGS ? '…' : ''].filter(Boolean).join(' ')];
}

/** The row of a group: its value and how many papers it holds. */
export function groupItem(node: GroupNode, grouping: Grouping): vscode.TreeItem {
  const { value, entries } = node.group;
  const label = value === undefined ? withoutValue(grouping) : grouping === 'source' ? fileName(value) : value;
  const state = node.isOpen ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
  const item = new vscode.TreeItem(label, state);
  item.id = node.id;
  item.description = localNumber(entries.length);
  item.contextValue = 'group';
  if (grouping === 'source' && value !== undefined) item.tooltip = vscode.Uri.parse(value).fsPath;
  item.accessibilityInformation = { label: sideBySide([label, paperCount(entries.length)]) };
  return item;
}

/** The row that shows more of a long level when it is chosen. */
export function moreItem(node: MoreNode, pageSize: number): vscode.TreeItem {
  const label = vscode.l10n.t('Show {0} more', localNumber(Math.min(pageSize, node.left)));
  const item = new vscode.TreeItem(label);
  item.id = node.id;
  item.description = vscode.l10n.t('{0} left', localNumber(node.left));
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.contextValue = 'more';
  item.command = { command: SHOW_MORE, title: label, arguments: [node] };
  return item;
}

function withoutValue(grouping: Grouping): string {
  switch (grouping) {
    case 'year':
      return vscode.l10n.t('No year');
    case 'author':
      return vscode.l10n.t('No author');
    case 'venue':
      return vscode.l10n.t('No venue');
    case 'keyword':
      return vscode.l10n.t('No keyword');
    case 'status':
      return vscode.l10n.t('No status');
    case 'rating':
      return vscode.l10n.t('No rating');
    case 'tag':
      return vscode.l10n.t('No tag');
    case 'collection':
      return vscode.l10n.t('No collection');
    case 'source':
    case 'none':
      return vscode.l10n.t('Other');
  }
}

function fileName(uri: string): string {
  return vscode.Uri.parse(uri).path.split('/').pop() ?? uri;
}
