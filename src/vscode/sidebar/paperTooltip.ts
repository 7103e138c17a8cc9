import * as vscode from 'vscode';
import { escapeMarkdown, linkTarget } from '../../base/markdown';
import { authorNames, displayTitle } from '../../library/display';
import type { Entry } from '../../library/entry';
import type { Explanation, MarkedText, SearchField } from '../../search/contract';
import { type PaperLink, paperLinks } from '../../workflows/links';

/** How much of an abstract a tooltip shows, in characters. */
const ABSTRACT_LENGTH = 900;
/** How many authors a tooltip names. */
const AUTHORS = 12;

/** What a tooltip depends on beside the paper. */
export interface TooltipContext {
  readonly isSample: boolean;
  /** Why the search found the paper, where there is a search. */
  readonly explanation?: Explanation;
}

/** The tooltip of a paper. All of it comes from files, so all of it is escaped; it holds no command and no image. */
export function paperTooltip(entry: Entry, { isSample, explanation }: TooltipContext): vscode.MarkdownString {
  const authors = authorNames(entry);
  const named = authors.length > AUTHORS ? [...authors.slice(0, AUTHORS), '…'] : authors;
  const paragraphs = [
    `**${escapeMarkdown(displayTitle(entry))}**`,
    escapeMarkdown(named.join(', ')),
    escapeMarkdown([entry.venue, entry.year?.toString()].filter(Boolean).join(', ')),
    ...explained(explanation),
    escapeMarkdown(shorten(entry.abstract ?? '', ABSTRACT_LENGTH)),
    isSample && entry.abstract
      ? `*${vscode.l10n.t('Summary by Literature Notes, not the abstract of the paper.')}*`
      : '',
    [escapeMarkdown(entry.citekey), ...paperLinks(entry).map(markdownLink)].join(' · '),
  ];
  return new vscode.MarkdownString(paragraphs.filter((paragraph) => paragraph !== '').join('\n\n'));
}

/** Which fields the search found words in, and the sentence around the best match with the words in bold. */
function explained(explanation: Explanation | undefined): string[] {
  if (!explanation) return [];
  const fields = explanation.fields.map(fieldName).join(', ');
  const { snippet } = explanation;
  return [`*${escapeMarkdown(vscode.l10n.t('Found in: {0}', fields))}*`, snippet ? `> ${marked(snippet)}` : ''];
}

function marked({ text, highlights }: MarkedText): string {
  let result = '';
  let at = 0;
  for (const { start, end } of highlights) {
    result += `${spaced(text.slice(at, start))}**${escapeMarkdown(text.slice(start, end))}**`;
    at = end;
  }
  return result + spaced(text.slice(at));
}

/** Escaped, with the blanks at its ends that escaping takes away. */
function spaced(text: string): string {
  const [, before, after] = /^(\s?)[^]*?(\s?)$/.exec(text) ?? ['', '', ''];
  const escaped = escapeMarkdown(text);
  return escaped === '' ? before : `${before && ' '}${escaped}${after && ' '}`;
}

function fieldName(field: SearchField): string {
  const names: Record<SearchField, string> = {
    title: vscode.l10n.t('title'),
    abstract: vscode.l10n.t('abstract'),
    authors: vscode.l10n.t('authors'),
    venue: vscode.l10n.t('venue'),
    year: vscode.l10n.t('year'),
    keywords: vscode.l10n.t('keywords'),
    citekey: vscode.l10n.t('citekey'),
    note: vscode.l10n.t('note'),
    noteTags: vscode.l10n.t('tags of the note'),
  };
  return names[field];
}

function markdownLink({ label, url }: PaperLink): string {
  return `[${escapeMarkdown(label)}](${linkTarget(url)})`;
}

function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = text.lastIndexOf(' ', length);
  return text.slice(0, end > 0 ? end : length) + ' …';
}
