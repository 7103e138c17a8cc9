import * as vscode from 'vscode';
import { escapeMarkdown, linkTarget } from '../../base/markdown';
import { authorNames, displayTitle } from '../../library/display';
import type { Entry } from '../../library/entry';
import { type PaperLink, paperLinks } from '../../workflows/links';

/** How much of an abstract a tooltip shows, in characters. */
const ABSTRACT_LENGTH = 900;
/** How many authors a tooltip names. */
const AUTHORS = 12;

/** The tooltip of a paper. All of it comes from files, so all of it is escaped; it holds no command and no image. */
export function paperTooltip(entry: Entry, isSample: boolean): vscode.MarkdownString {
  const authors = authorNames(entry);
  const named = authors.length > AUTHORS ? [...authors.slice(0, AUTHORS), '…'] : authors;
  const paragraphs = [
    `**${escapeMarkdown(displayTitle(entry))}**`,
    escapeMarkdown(named.join(', ')),
    escapeMarkdown([entry.venue, entry.year?.toString()].filter(Boolean).join(', ')),
    escapeMarkdown(shorten(entry.abstract ?? '', ABSTRACT_LENGTH)),
    isSample && entry.abstract
      ? `*${vscode.l10n.t('Summary by Literature Notes, not the abstract of the paper.')}*`
      : '',
    [escapeMarkdown(entry.citekey), ...paperLinks(entry).map(markdownLink)].join(' · '),
  ];
  return new vscode.MarkdownString(paragraphs.filter((paragraph) => paragraph !== '').join('\n\n'));
}

function markdownLink({ label, url }: PaperLink): string {
  return `[${escapeMarkdown(label)}](${linkTarget(url)})`;
}

function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = text.lastIndexOf(' ', length);
  return text.slice(0, end > 0 ? end : length) + ' …';
}
