import * as vscode from 'vscode';
import { authorNames, displayTitle } from '../../library/display';
import type { Entry } from '../../library/entry';
import { paperLinks } from '../../workflows/links';

/** How much of an abstract a tooltip shows, in characters. */
const ABSTRACT_LENGTH = 900;
/** How many authors a tooltip names. */
const AUTHORS = 12;

/** The tooltip of a paper. All of it comes from files, so all of it is escaped; it holds no command and no image. */
export function paperTooltip(entry: Entry, isSample: boolean): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  tooltip
    .appendMarkdown('**')
    .appendText(oneLine(displayTitle(entry)))
    .appendMarkdown('**');
  const authors = authorNames(entry);
  const named = authors.length > AUTHORS ? [...authors.slice(0, AUTHORS), '…'] : authors;
  paragraph(tooltip, named.join(', '));
  paragraph(tooltip, [entry.venue, entry.year?.toString()].filter(Boolean).join(', '));
  paragraph(tooltip, shorten(oneLine(entry.abstract ?? ''), ABSTRACT_LENGTH));
  if (isSample)
    tooltip.appendMarkdown(`\n\n*${vscode.l10n.t('Summary by Literature Notes, not the abstract of the paper.')}*`);
  tooltip.appendMarkdown('\n\n').appendText(entry.citekey);
  for (const link of paperLinks(entry)) {
    tooltip
      .appendMarkdown(' · [')
      .appendText(link.label)
      .appendMarkdown(`](${linkTarget(link.url)})`);
  }
  return tooltip;
}

function paragraph(tooltip: vscode.MarkdownString, text: string): void {
  if (text !== '') tooltip.appendMarkdown('\n\n').appendText(oneLine(text));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  return text.slice(0, text.lastIndexOf(' ', length)) + ' …';
}

/** A URL that cannot end its Markdown link early. */
function linkTarget(url: string): string {
  return url.replace(/[()<>\s\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
