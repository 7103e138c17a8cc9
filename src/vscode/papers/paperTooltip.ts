import * as vscode from 'vscode';
import { escapeMarkdown } from '../../base/markdown';
import type { Entry } from '../../library/model/entry';
import type { Explanation, MarkedText, SearchField } from '../../search/contract';
import { paperLinksMarkdown, paperParagraphs } from '../library/paperMarkdown';

/** What a tooltip depends on beside the paper. */
export interface TooltipContext {
  readonly isSample: boolean;
  /** Why the search found the paper, where there is a search. */
  readonly explanation?: Explanation;
}

/** The tooltip of a paper's row. */
export function paperTooltip(entry: Entry, { isSample, explanation }: TooltipContext): vscode.MarkdownString {
  const last = [escapeMarkdown(entry.citekey), ...paperLinksMarkdown(entry)].join(' · ');
  return new vscode.MarkdownString([...paperParagraphs(entry, isSample, explained(explanation)), last].join('\n\n'));
}

/** Which fields the search found words in, what a related paper has in common, and the sentence around the best match with the words in bold. */
function explained(explanation: Explanation | undefined): string[] {
  if (!explanation) return [];
  const { fields, snippet, shared = [] } = explanation;
  const reasons = [
    fields.length > 0 ? vscode.l10n.t('Found in: {0}', fields.map(fieldName).join(', ')) : '',
    shared.length > 0 ? vscode.l10n.t('In common: {0}', shared.join(', ')) : '',
  ];
  const lines = reasons.filter(Boolean).map((reason) => `*${escapeMarkdown(reason)}*`);
  return snippet ? [...lines, `> ${marked(snippet)}`] : lines;
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
