import * as vscode from 'vscode';
import { escapeMarkdown, linkTarget } from '../../base/markdown';
import { hasOwnSummary } from '../../library/formats/ownSummary';
import { authorNames, displayTitle } from '../../library/model/display';
import type { Entry } from '../../library/model/entry';
import type { LibraryService } from './libraryService';
import { type PaperLink, paperLinks } from '../../workflows/links';
import { publication } from '../../workflows/publication';
import { sideBySide } from '../host/wordList';

/** How much of an abstract is shown, in characters. */
const ABSTRACT_LENGTH = 900;
/** How many authors are named. */
const AUTHORS = 12;
/** How many papers of a set are named. */
const MEMBERS = 20;

/** What a paper's text depends on beside the paper. */
export interface PaperContext {
  /** The title of the paper of a citekey, for one that consists of others. */
  readonly titleOf: (citekey: string) => string | undefined;
  /** What stands before the abstract: all else that there is to see, and to click. */
  readonly between?: readonly string[];
  /** The abstract as Markdown, where it is not to be shown as it is. */
  readonly abstract?: string;
}

/**
 * A paper as paragraphs of Markdown, for tooltips and hovers: title, authors, venue and year, the papers that it consists of,
 * what the caller puts there, abstract. The abstract is last, as VS Code cuts what is long. All that comes from files is escaped; it holds no command and no image.
 */
export function paperParagraphs(entry: Entry, { titleOf, between = [], abstract }: PaperContext): string[] {
  const authors = authorNames(entry);
  const paragraphs = [
    `**${escapeMarkdown(displayTitle(entry))}**`,
    escapeMarkdown(sideBySide(authors, AUTHORS)),
    escapeMarkdown(publication(entry)),
    members(entry, titleOf),
    ...between,
    abstract ?? escapeMarkdown(shownAbstract(entry)),
    hasOwnSummary(entry) ? `*${summaryNotice()}*` : '',
  ];
  return paragraphs.filter((paragraph) => paragraph !== '');
}

/** What is said of the summaries of the sample library, and of copies of it. */
export function summaryNotice(): string {
  return vscode.l10n.t('Summary by Literature Notes, not the abstract of the paper.');
}

/** What papers of a library are shown with. */
export function paperContext(library: Pick<LibraryService, 'shown'>): PaperContext {
  return { titleOf: (key) => titleIn(library, key) };
}

/** The title of the paper that a key means in a library. */
export function titleIn({ shown }: Pick<LibraryService, 'shown'>, key: string): string | undefined {
  const meaning = shown.resolve(key);
  return meaning && 'entry' in meaning ? displayTitle(meaning.entry) : undefined;
}

/** As much of the abstract as is shown. */
export function shownAbstract({ abstract }: Entry): string {
  return shorten(abstract ?? '', ABSTRACT_LENGTH);
}

/** The titles of the papers that are one by biblatex's `@set`. */
function members({ relations = [] }: Entry, titleOf: PaperContext['titleOf']): string {
  const keys = relations.filter(({ kind }) => kind === 'entryset').map(({ to }) => to);
  return keys
    .slice(0, MEMBERS)
    .map((key) => `- ${escapeMarkdown(titleOf(key) ?? key)}`)
    .join('\n');
}

/** The web pages of a paper as Markdown links. */
export function paperLinksMarkdown(entry: Entry): string[] {
  return paperLinks(entry).map(markdownLink);
}

function markdownLink({ label, url }: PaperLink): string {
  return `[${escapeMarkdown(label)}](${linkTarget(url)})`;
}

/** The beginning of a text, up to the end of a word. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = text.lastIndexOf(' ', length);
  return text.slice(0, end > 0 ? end : length) + ' …';
}
