import * as vscode from 'vscode';
import { escapeMarkdown } from '../../base/markdown';
import { displayTitle } from '../../library/model/display';
import type { Entry } from '../../library/model/entry';
import type { Explanation, MarkedText, SearchField } from '../../search/contract';
import { localNumber } from '../host/number';
import { allOf } from '../host/wordList';
import { type PaperContext, paperLinksMarkdown, paperParagraphs, shownAbstract } from '../library/paperMarkdown';

/** What a tooltip depends on beside the paper. */
export interface TooltipContext extends Pick<PaperContext, 'titleOf'> {
  /** Why the search found the paper, where there is a search. */
  readonly explanation?: Explanation;
  /** What is known of its retraction, as a sentence. */
  readonly retraction?: string;
  /** The version of it that came out in the last days. */
  readonly newVersion?: number;
  /** How often documents cite it. */
  readonly cited?: number;
}

/** The tooltip of a paper's row. */
export function paperTooltip(
  entry: Entry,
  { explanation, cited, retraction, newVersion, ...context }: TooltipContext,
): vscode.MarkdownString {
  const times = cited ? [vscode.l10n.t('cited {0}×', localNumber(cited))] : [];
  const facts = [escapeMarkdown(entry.citekey), ...times, ...paperLinksMarkdown(entry)].join(' · ');
  const { between = [], abstract } = explanation ? explained(entry, explanation) : {};
  const [title, ...rest] = paperParagraphs(entry, { ...context, between: [...between, facts], abstract });
  const warning = retraction === undefined ? [] : [`⚠ **${escapeMarkdown(retraction)}**`];
  const news = newVersion === undefined ? [] : [vscode.l10n.t('Version {0} of this paper has come out.', newVersion)];
  return new vscode.MarkdownString([title, ...warning, ...news, ...rest].join('\n\n'));
}

/**
 * Which fields the search found words in, what a related paper has in common, and the sentence around the best match with the
 * words in bold. A sentence of the abstract that is shown anyway is marked there, so that it does not stand twice.
 */
function explained(
  entry: Entry,
  { fields, snippet, shared = [] }: Explanation,
): Pick<PaperContext, 'between' | 'abstract'> {
  const reasons = [
    fields.length > 0 ? vscode.l10n.t('Found in: {0}', allOf(fields.map(fieldName))) : '',
    shared.length > 0 ? vscode.l10n.t('In common: {0}', allOf(shared)) : '',
  ];
  const between = reasons.filter(Boolean).map((reason) => `*${escapeMarkdown(reason)}*`);
  if (!snippet) return { between };
  const abstract = shownAbstract(entry);
  const text = snippet.text.replace(/^…|…$/g, '');
  const at = snippet.field === 'abstract' ? abstract.indexOf(text) : -1;
  if (at < 0) {
    const line = withoutMarkers(snippet);
    // The heading of a note is mostly the title, which stands above.
    return { between: line.text.trim() === displayTitle(entry) ? between : [...between, `> ${marked(line)}`] };
  }
  const shift = at - snippet.text.indexOf(text);
  const highlights = snippet.highlights.map(({ start, end }) => ({ start: start + shift, end: end + shift }));
  return { between, abstract: marked({ text: abstract, highlights }) };
}

/** A line of a note without what makes a heading, a list or a quote of it: it leads with words. */
function withoutMarkers({ text, highlights }: MarkedText): MarkedText {
  const length = /^(?:\s*(?:#{1,6}|[-*+>]|\d{1,3}[.)]|\[[ xX]\])\s+)*/.exec(text)?.[0].length ?? 0;
  const moved = highlights.map(({ start, end }) => ({ start: Math.max(0, start - length), end: end - length }));
  return { text: text.slice(length), highlights: moved.filter(({ end }) => end > 0) };
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
