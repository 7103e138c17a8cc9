import * as vscode from 'vscode';
import { escapeMarkdown, linkTarget } from '../../base/markdown';
import { authorNames, displayAuthors, fullName } from '../../library/model/display';
import type { Band } from '../../search/digest/contract';
import { paperLinks } from '../../workflows/links';
import { entryOfItem } from '../../workflows/adding/newEntries';
import { fieldsOf, type NewPaper } from '../../workflows/newPapers/newPaper';
import type { RankedNewPaper, Section } from '../../workflows/newPapers/shownPapers';
import { commandLink } from '../host/commandLink';
import { showMachineSetting } from '../host/machineSettings';
import { localNumber } from '../host/number';
import { sideBySide } from '../host/wordList';
import { shorten } from '../library/paperMarkdown';
import { littleKnownSentence } from '../ranking/rankingSentences';
import { NewPaperNode, SectionNode, TroubleNode, VersionNode, VersionsNode, type NewPapersNode } from './newPapersNode';

const BAND_ICONS: Readonly<Record<Band, vscode.ThemeIcon>> = {
  likely: new vscode.ThemeIcon('star-full', new vscode.ThemeColor('charts.yellow')),
  maybe: new vscode.ThemeIcon('star-half', new vscode.ThemeColor('charts.yellow')),
  other: new vscode.ThemeIcon('star-empty'),
};
/** So many reasons stand in a row; the tooltip has all. */
const REASONS = 2;
const AUTHORS = 12;
const ABSTRACT = 1200;
/** The commands of the tooltip; each takes an author or a word. */
const WISHES = { follow: 'literatureNotes.followFromPaper', mute: 'literatureNotes.muteFromPaper' } as const;
/** So many authors, and so many words, can be followed and muted there; the menu has all. */
const WISHED_AUTHORS = 4;
const WISHED_WORDS = 5;

/** What a row of the New Papers view looks like. */
export function newPapersItem(node: NewPapersNode): vscode.TreeItem {
  const item = itemOf(node);
  item.id = node.id;
  return item;
}

function itemOf(node: NewPapersNode): vscode.TreeItem {
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  if (node instanceof NewPaperNode) return paperItem(node);
  if (node instanceof SectionNode) {
    const likely = node.papers.filter(({ band }) => band === 'likely').length;
    const state = node.section === 'later' ? Collapsed : Expanded;
    const all = localNumber(node.papers.length);
    const description = likely > 0 ? vscode.l10n.t('{0}, {1} likely', all, localNumber(likely)) : all;
    return plainItem({ label: sectionName(node.section), description, context: 'newPapersSection', state });
  }
  if (node instanceof VersionsNode) {
    const label = vscode.l10n.t('New Versions');
    const description = vscode.l10n.t('of papers that you cite');
    return plainItem({ label, description, context: 'newPapersVersions', state: Expanded, icon: 'versions' });
  }
  if (node instanceof VersionNode) {
    const description = vscode.l10n.t('version {0}', node.version);
    const item = plainItem({ label: node.title, description, context: 'newPapersVersion', icon: 'git-commit' });
    const title = vscode.l10n.t('Show Details');
    item.command = { command: 'literatureNotes.showDetails', title, arguments: [node.citekey] };
    return item;
  }
  if (node instanceof TroubleNode) {
    return troubleItem(node);
  }
  const label = vscode.l10n.t('Show more');
  const item = plainItem({ label, description: vscode.l10n.t('{0} left', localNumber(node.left)), context: 'more' });
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.command = { command: 'literatureNotes._moreNewPapers', title: label, arguments: [node] };
  return item;
}

/** What helps is a click away: other feeds in the settings, or another try. */
function troubleItem({ feed, sentence, kind }: TroubleNode): vscode.TreeItem {
  const isMistake = kind === 'mistake';
  const item = plainItem({ label: sentence, context: isMistake ? 'newPapersMistake' : 'newPapersTrouble' });
  item.iconPath =
    kind === 'left-out'
      ? new vscode.ThemeIcon('info')
      : new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  item.tooltip = isMistake ? sentence : `${feed}: ${sentence}`;
  item.description = isMistake ? undefined : feed;
  item.command =
    kind === 'failure'
      ? { command: 'literatureNotes.fetchNewPapers', title: vscode.l10n.t('Fetch New Papers') }
      : showMachineSetting('literatureNotes.newPapers.feeds');
  return item;
}

interface PlainItem {
  readonly label: string;
  readonly description?: string;
  readonly context: string;
  readonly icon?: string;
  readonly state?: vscode.TreeItemCollapsibleState;
}

function plainItem({ label, description, context, icon, state }: PlainItem): vscode.TreeItem {
  const item = new vscode.TreeItem(label, state);
  item.description = description;
  item.contextValue = context;
  if (icon !== undefined) item.iconPath = new vscode.ThemeIcon(icon);
  item.accessibilityInformation = { label: sideBySide([label, description]) };
  return item;
}

function paperItem(node: NewPaperNode): vscode.TreeItem {
  const { paper, band, reasons, isLittleKnown } = node.ranked;
  const fields = fieldsOf(paper);
  const votes = isLittleKnown ? upvotesOf(paper) : '';
  const who = displayAuthors(fields);
  const item = new vscode.TreeItem(fields.title);
  // The icon is the band. In a narrow sidebar what stands first is read, and that is why the paper is there.
  item.description = [...reasons.slice(0, REASONS), votes, who].filter(Boolean).join(' · ');
  item.iconPath = BAND_ICONS[band];
  item.contextValue = ['newPaper', node.section].join(' ');
  const title = vscode.l10n.t('Show Paper');
  item.command = { command: 'literatureNotes._showNewPaper', title, arguments: [node] };
  item.accessibilityInformation = {
    label: sideBySide([fields.title, who, bandName(band), ...reasons, votes]),
  };
  return item;
}

/** The tooltip of a row: of a paper all that its feed said, and why it stands there. */
export function newPapersTooltip(node: NewPapersNode): vscode.MarkdownString | undefined {
  if (!(node instanceof NewPaperNode)) return undefined;
  const { follow, mute } = WISHES;
  const wishes = [
    wishParagraph(vscode.l10n.t('Follow:'), follow, node.ranked),
    wishParagraph(vscode.l10n.t('Mute:'), mute, node.ranked),
  ];
  // VS Code cuts what is long: the abstract is last.
  const abstract = escapeMarkdown(shorten(fieldsOf(node.ranked.paper).abstract ?? '', ABSTRACT));
  const paragraphs = [...paperParagraphs(node.ranked), ...wishes, abstract].filter((paragraph) => paragraph !== '');
  const tooltip = new vscode.MarkdownString(paragraphs.join('\n\n'));
  // Links of these commands alone work; everything else in the tooltip is escaped.
  tooltip.isTrusted = { enabledCommands: [follow, mute] };
  return tooltip;
}

/** Authors, categories and keywords of a paper, each a link that has it followed or muted; empty where there are none. */
function wishParagraph(heading: string, command: string, { paper }: RankedNewPaper): string {
  const { authors, keywords } = fieldsOf(paper);
  const names = authors.map(fullName);
  // Who wrote most of it stands first, who leads the group last.
  const some = names.length > WISHED_AUTHORS ? [...names.slice(0, WISHED_AUTHORS - 1), ...names.slice(-1)] : names;
  const words = [...new Set([...(paper.categories ?? []), ...keywords])].slice(0, WISHED_WORDS);
  const links = [
    ...some.map((author) => commandLink(author, command, { author })),
    ...words.map((word) => commandLink(word, command, { word })),
  ];
  return links.length === 0 ? '' : `${heading} ${links.join(' · ')}`;
}

function upvotesOf({ upvotes }: NewPaper): string {
  return upvotes === undefined ? '' : vscode.l10n.t('{0} upvotes', localNumber(upvotes));
}

function paperParagraphs({ paper, band, reasons, isLittleKnown }: RankedNewPaper): string[] {
  const fields = fieldsOf(paper);
  const authors = sideBySide(authorNames(fields), AUTHORS);
  const little = isLittleKnown ? [littleKnownSentence()] : [];
  const why = [bandName(band), ...reasons, ...little].map(escapeMarkdown).join(' · ');
  const code = paper.code === undefined ? undefined : linkTarget(paper.code);
  const entry = entryOfItem(paper.item);
  const links = (entry ? paperLinks(entry) : []).map(
    ({ label, url }) => `[${escapeMarkdown(label)}](${linkTarget(url)})`,
  );
  const facts = [
    escapeMarkdown(paper.feed),
    escapeMarkdown(upvotesOf(paper)),
    escapeMarkdown(sideBySide((paper.categories ?? []).slice(0, AUTHORS))),
    code && `[${vscode.l10n.t('Code')}](${code})`,
    ...links,
  ];
  return [
    `**${escapeMarkdown(fields.title)}**`,
    escapeMarkdown(authors),
    `*${why}*`,
    facts.filter(Boolean).join(' · '),
  ];
}

export function bandName(band: Band): string {
  switch (band) {
    case 'likely':
      return vscode.l10n.t('likely');
    case 'maybe':
      return vscode.l10n.t('maybe');
    case 'other':
      return vscode.l10n.t('other');
  }
}

export function sectionName(section: Section): string {
  switch (section) {
    case 'today':
      return vscode.l10n.t('Today');
    case 'week':
      return vscode.l10n.t('This Week');
    case 'later':
      return vscode.l10n.t('Later');
  }
}
