import { LineIndex } from '../base/lineIndex';
import type { Range } from '../base/position';

/** A part of a file that is about a paper: a heading that cites it, and what follows up to the next of its rank. */
export interface NoteSection {
  readonly citekey: string;
  /** Of the heading's line. */
  readonly range: Range;
  /** The heading without signs. */
  readonly heading: string;
  /** What stands under the heading. */
  readonly text: string;
  /** Whether the heading is a citation and nothing else, or states the paper in its properties. */
  readonly isAlone: boolean;
}

interface Heading {
  readonly rank: number;
  readonly words: string;
  readonly start: number;
  readonly end: number;
  /** The citekeys that its property drawer states, and where what stands under it begins, where it has one. */
  readonly stated?: readonly string[];
  readonly bodyStart?: number;
}

/** A citekey as Pandoc has it: punctuation stands single and inside of it only. */
const CITED = /(^|[^\p{L}\p{N}@/.])@(?:\{([^{}\s]+)\}|([\p{L}\p{N}_](?:[:.#$%&\-+?<>~/]?[\p{L}\p{N}_])*))/gu;
const MARKDOWN = /^ {0,3}(#{1,6})[ \t]+(.*)$/;
const ORG = /^(\*+)[ \t]+(.*)$/;
/** The property drawer under a heading of Org, behind its planning line. */
const DRAWER =
  /(?:[ \t]*(?:SCHEDULED|DEADLINE|CLOSED):[^\n]*\n)?[ \t]*:PROPERTIES:[ \t]*\r?\n((?:[ \t]*:[^\s:]+:[^\n]*\n)*?)[ \t]*:END:[ \t]*(?:\r?\n|$)/iy;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** The sections of a Markdown text whose headings cite papers. Headings in fenced code are none. Linear in the text. */
export function markdownSections(text: string): NoteSection[] {
  return /^ {0,3}#{1,6}[ \t].*@/m.test(text) ? sectionsOf(text, headingsOf(text, MARKDOWN)) : [];
}

/** The same of an Org text. A heading whose drawer states a paper by `:CUSTOM_ID: key` or `:ROAM_REFS: @key` is about it, too. */
export function orgSections(text: string): NoteSection[] {
  if (!/^\*+[ \t].*@|^[ \t]*:(?:CUSTOM_ID|ROAM_REFS):/im.test(text)) return [];
  return sectionsOf(
    text,
    headingsOf(text, ORG).map((heading) => ({ ...heading, ...drawerUnder(text, heading) })),
  );
}

function drawerUnder(text: string, { end }: Heading): Pick<Heading, 'stated' | 'bodyStart'> {
  DRAWER.lastIndex = text.indexOf('\n', end) + 1 || text.length;
  const [drawer, properties] = DRAWER.exec(text) ?? [];
  if (drawer === undefined) return {};
  return { stated: orgKeys(properties), bodyStart: (text.indexOf('\n', end) + 1 || text.length) + drawer.length };
}

/** The citekeys that properties of Org state. */
export function orgKeys(properties: string): string[] {
  const value = (name: string) => new RegExp(`^[ \\t]*:${name}:[ \\t]+(.*\\S)`, 'im').exec(properties)?.[1] ?? '';
  const id = value('CUSTOM_ID').normalize('NFC');
  return [...new Set([...citedIn(value('ROAM_REFS')), ...(id === '' ? [] : [id])])];
}

/** The citekeys that a line cites, each once. */
export function citedIn(line: string): string[] {
  return [...new Set([...line.matchAll(CITED)].map(([, , braced, bare]) => (braced ?? bare).normalize('NFC')))];
}

function sectionsOf(text: string, headings: readonly Heading[]): NoteSection[] {
  const lines = new LineIndex(text);
  return headings.flatMap((heading, i) => {
    const { words, stated = [] } = heading;
    const keys = [...new Set([...stated, ...citedIn(words)])];
    if (keys.length === 0) return [];
    let end = i + 1;
    while (end < headings.length && headings[end].rank > heading.rank) end++;
    const section = {
      range: lines.range(heading),
      heading: words.replace(/[ \t]+#*[ \t]*$/, ''),
      text: text.slice(heading.bodyStart ?? heading.end, headings[end]?.start ?? text.length).trim(),
    };
    const isCitation = words.replace(CITED, '$1').replace(/[[\]();,:#\s]|cite/g, '') === '';
    return keys.map((citekey) => ({ citekey, ...section, isAlone: isCitation || stated.includes(citekey) }));
  });
}

function headingsOf(text: string, pattern: RegExp): Heading[] {
  const headings: Heading[] = [];
  let fence: string | undefined;
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 ? text.length : newline + 1;
    const line = text.slice(at, newline < 0 ? next : newline).replace(/\r$/, '');
    const sign = FENCE.exec(line)?.[1];
    if (fence === undefined) {
      const [, marks, words] = pattern.exec(line) ?? [];
      if (marks !== undefined) headings.push({ rank: marks.length, words, start: at, end: at + line.length });
      fence = pattern === MARKDOWN ? sign : undefined;
    } else if (sign?.startsWith(fence)) fence = undefined;
    at = next;
  }
  return headings;
}
