import * as vscode from 'vscode';
import { quoteMarkdown } from '../../base/markdown';
import type { Entry } from '../../library/entry';
import { paperLinksMarkdown, paperParagraphs } from '../library/paperMarkdown';

/** How much of a note is shown. */
const NOTE_LINES = 4;
const NOTE_LENGTH = 400;

/** The commands that a hover may run; each takes a citekey. */
const COMMANDS = ['literatureNotes.openNote', 'literatureNotes.revealInSource'] as const;

/** A paper's documentation beside a completion list. */
export function paperDocumentation(entry: Entry, isSample: boolean): vscode.MarkdownString {
  return new vscode.MarkdownString(paperParagraphs(entry, isSample).join('\n\n'));
}

/** A paper under the mouse: what is known of it, the first lines of its note, and where one can go from here. */
export function paperHover(entry: Entry, isSample: boolean, note: string | undefined): vscode.MarkdownString {
  const [openNote, reveal] = COMMANDS;
  const links = [
    commandLink(note === undefined ? vscode.l10n.t('Create Note') : vscode.l10n.t('Open Note'), openNote, entry),
    commandLink(vscode.l10n.t('Reveal in Source'), reveal, entry),
    ...paperLinksMarkdown(entry),
  ];
  const paragraphs = [...paperParagraphs(entry, isSample), noteQuote(note ?? ''), links.join(' · ')];
  const hover = new vscode.MarkdownString(paragraphs.filter((paragraph) => paragraph !== '').join('\n\n'));
  // Links of these commands alone work; everything else in the hover is escaped.
  hover.isTrusted = { enabledCommands: COMMANDS };
  return hover;
}

function noteQuote(text: string): string {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.length === 0 ? '' : quoteMarkdown(lines.slice(0, NOTE_LINES).join('\n').slice(0, NOTE_LENGTH));
}

function commandLink(title: string, command: string, { citekey }: Entry): string {
  // Parentheses would end the link.
  const argument = encodeURIComponent(JSON.stringify([citekey])).replace(/[()']/g, percent);
  return `[${title}](command:${command}?${argument})`;
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16)}`;
}
