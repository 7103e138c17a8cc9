import { escapeMarkdown, quoteMarkdown } from '../base/markdown';
import type { TextEdit } from '../base/textEdit';
import { folderOf } from '../workspace/uri';
import { findFrontMatter } from './frontMatterBlock';
import { keptBlocks } from './keptBlocks';

/** A text that goes into a note, with where it comes from. */
export interface Quotation {
  readonly text: string;
  /** A citation in Markdown with the page, behind the last line. */
  readonly citation?: string;
  /** The place in another document, in a line of its own. */
  readonly source?: QuoteSource;
}

export interface QuoteSource {
  /** What the place is called: `draft.md, line 12`. */
  readonly label: string;
  /** A link to it that is good in the note; undefined where there is none. */
  readonly link?: string;
}

/** The headings under which people collect quotes; the built-in template has the first. */
const QUOTE_HEADING = /^(?:quotes?|quotations?|excerpts?|zitate?|citations?|citas?|citazioni|citações|цитаты|引用)$/i;

/** A quotation as a block quote in Markdown. */
export function quotationBlock({ text, citation, source }: Quotation): string {
  const quote = quoteMarkdown(text) + (citation === undefined ? '' : ` ${citation}`);
  if (!source) return quote;
  const label = escapeMarkdown(source.label);
  const place = source.link === undefined ? label : `[${label}](${source.link})`;
  return `${quote}\n>\n> — ${place}`;
}

/**
 * Puts a block into a note: at the end of its section of quotes, or at its end where it has none, with an empty line before and
 * after. Nothing of the note changes, and nothing comes into what a program keeps up to date, where it would be lost.
 */
export function insertBlock(note: string, block: string): TextEdit {
  const end = behindKept(note, quotesEnd(note));
  const lineEnd = /\r\n/.test(note) ? '\r\n' : '\n';
  const filled = note.slice(0, end).trimEnd().length;
  const content = filled + /^[ \t]*/.exec(note.slice(filled, end))![0].length;
  const rest = note.slice(content);
  const lines = block.split('\n').join(lineEnd);
  // A line to write in, with nothing in it and an empty one on either side.
  const toWriteIn = /^\r?\n[ \t]*\r?\n(?=\r?\n[ \t]*\r?\n[ \t]*\S)/.exec(rest)?.[0].length;
  if (toWriteIn !== undefined) return { start: content + toWriteIn, end: content + toWriteIn, newText: lines };
  const before = filled > 0 ? lineEnd + lineEnd : content > 0 ? lineEnd : '';
  // What stood between the content and what comes next stays behind the block.
  const isLast = rest.trim() === '';
  const isApart = isLast ? rest !== '' : /^\r?\n[ \t]*\r?\n/.test(rest);
  const after = isApart ? '' : lineEnd;
  return { start: content, end: content, newText: before + lines + after };
}

/** The place itself, or the end of the block around it that a program keeps up to date. */
function behindKept(note: string, place: number): number {
  const around = keptBlocks(note).find(({ start, end }) => start < place && place <= end);
  return around ? around.end : place;
}

/** The end of the section of quotes, or of the note. */
function quotesEnd(note: string): number {
  const block = findFrontMatter(note);
  const headings = headingsFrom(note, block?.closed ? block.bodyStart : 0);
  const quotes = headings.findIndex(({ title }) => QUOTE_HEADING.test(title));
  if (quotes < 0) return note.length;
  const next = headings.slice(quotes + 1).find(({ level }) => level <= headings[quotes].level);
  return next?.start ?? note.length;
}

interface Heading {
  readonly start: number;
  readonly level: number;
  readonly title: string;
}

/** The headings of a Markdown text from an offset on, but for those in blocks of code. */
function headingsFrom(text: string, start: number): Heading[] {
  const headings: Heading[] = [];
  let fence: string | undefined;
  let at = start;
  for (const line of text.slice(start).split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && fence === undefined) fence = mark;
    else if (mark && fence !== undefined && mark.startsWith(fence)) fence = undefined;
    const heading = fence === undefined ? /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?\s*$/.exec(line) : null;
    if (heading) headings.push({ start: at, level: heading[1].length, title: heading[2].replace(/:$/, '') });
    at += line.length + 1;
  }
  return headings;
}

/**
 * A link from a note to a line of another file, both given by their URIs; undefined where there is no path from one to the
 * other.
 */
export function linkBetween(note: string, file: string, line: number): string | undefined {
  const [from, to] = [folderOf(note).split('/'), file.split('/')];
  // Scheme and authority.
  if (from.slice(0, 3).join('/') !== to.slice(0, 3).join('/')) return undefined;
  let same = 3;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  const up = Array.from({ length: from.length - same }, () => '..');
  return `${[...up, ...to.slice(same)].join('/')}#L${line + 1}`;
}
