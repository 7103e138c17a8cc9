import * as vscode from 'vscode';
import { escapeMarkdown, quoteMarkdown } from '../../../base/markdown';
import type { Entry } from '../../../library/model/entry';
import { commandLink } from '../../host/commandLink';
import { type PaperContext, paperLinksMarkdown, paperParagraphs, shorten } from '../../library/paperMarkdown';

/** How much of a note is shown. */
const NOTE_LINES = 4;
const NOTE_LENGTH = 400;

/** The commands that a hover may run; each takes a citekey. */
const COMMANDS = ['literatureNotes.openNote', 'literatureNotes.revealInSource', 'literatureNotes.showDetails'] as const;

/** A paper's documentation beside a completion list. */
export function paperDocumentation(entry: Entry, context: PaperContext): vscode.MarkdownString {
  const between = [...(context.between ?? []), escapeMarkdown(entry.citekey)];
  return new vscode.MarkdownString(paperParagraphs(entry, { ...context, between }).join('\n\n'));
}

/** A paper under the mouse: what is known of it, where one can go from here, the first lines of its note, and its abstract. */
export function paperHover(entry: Entry, context: PaperContext, note: string | undefined): vscode.MarkdownString {
  const [openNote, reveal, showDetails] = COMMANDS;
  const links = [
    commandLink(
      note === undefined ? vscode.l10n.t('Create Note') : vscode.l10n.t('Open Note'),
      openNote,
      entry.citekey,
    ),
    commandLink(vscode.l10n.t('Reveal in Source'), reveal, entry.citekey),
    commandLink(vscode.l10n.t('Details'), showDetails, entry.citekey),
    ...paperLinksMarkdown(entry),
  ];
  const between = [...(context.between ?? []), links.join(' · '), noteQuote(note ?? '')];
  const hover = new vscode.MarkdownString(paperParagraphs(entry, { ...context, between }).join('\n\n'));
  // Links of these commands alone work; everything else in the hover is escaped.
  hover.isTrusted = { enabledCommands: COMMANDS };
  return hover;
}

/** The first lines of a note as a quote, without its headings. */
function noteQuote(text: string): string {
  const lines = text
    .replace(/^#{1,6}[ \t].*$/gm, '')
    .trim()
    .split(/\r?\n/);
  let left = NOTE_LINES;
  const first = lines.filter((line) => (line.trim() === '' ? left > 0 : left-- > 0));
  const quoted = first.join('\n').trim();
  return quoted === '' ? '' : quoteMarkdown(shorten(quoted, NOTE_LENGTH));
}
