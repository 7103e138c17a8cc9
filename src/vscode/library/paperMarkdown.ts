import * as vscode from 'vscode';
import { escapeMarkdown, linkTarget } from '../../base/markdown';
import { authorNames, displayTitle } from '../../library/model/display';
import type { Entry } from '../../library/model/entry';
import { type PaperLink, paperLinks } from '../../workflows/links';

/** How much of an abstract is shown, in characters. */
const ABSTRACT_LENGTH = 900;
/** How many authors are named. */
const AUTHORS = 12;

/**
 * A paper as paragraphs of Markdown, for tooltips and hovers: title, authors, venue and year, what the caller puts there,
 * abstract. All that comes from files is escaped; it holds no command and no image.
 */
export function paperParagraphs(entry: Entry, isSample: boolean, between: readonly string[] = []): string[] {
  const authors = authorNames(entry);
  const named = authors.length > AUTHORS ? [...authors.slice(0, AUTHORS), '…'] : authors;
  const paragraphs = [
    `**${escapeMarkdown(displayTitle(entry))}**`,
    escapeMarkdown(named.join(', ')),
    escapeMarkdown(venueAndYear(entry)),
    ...between,
    escapeMarkdown(shorten(entry.abstract ?? '', ABSTRACT_LENGTH)),
    isSample && entry.abstract
      ? `*${vscode.l10n.t('Summary by Literature Notes, not the abstract of the paper.')}*`
      : '',
  ];
  return paragraphs.filter((paragraph) => paragraph !== '');
}

/** `NeurIPS, 2017`; the year once where the venue ends with it. */
function venueAndYear({ venue, year }: Entry): string {
  if (year === undefined || venue?.endsWith(String(year))) return venue ?? '';
  return [venue, year].filter(Boolean).join(', ');
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
