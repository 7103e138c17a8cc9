import {
  codeAt,
  isAlphanumeric,
  isBlank,
  isSpace,
  lineEnd,
  NEWLINE,
  oneOf,
  skipSpace,
  startsCite,
} from '../shared/characters';
import { paragraphEnd } from '../shared/bracketMap';
import { OrgSnippets } from './snippets';
import { todoStates } from './states';

/** Punctuation of keys, from Org's parser (org-element.el, `org-element-citation-key-re`). */
const KEY_PUNCTUATION = "-.:?!`'/*@+|(){}<>&_^$#%~";

const isKeyPunctuation = oneOf(KEY_PUNCTUATION);

/** The end of the key that starts at `start` (behind its `@`), or `start` where none does. */
export function keyEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && (isKeyPunctuation(text.charCodeAt(at)) || isAlphanumeric(text.charCodeAt(at)))) at++;
  return at;
}

/** What a scan of Org text tells of. */
export interface OrgHandler {
  /** Whether enough is found: the scan then ends. */
  isDone?(): boolean;
  /** `[cite` in text, at its bracket; returns where scanning goes on, `at` where it is no citation. */
  cite(at: number): number;
  /** `[[place][shown]]`; without this, only those of lines that cite are looked at. */
  link?(start: number, end: number): void;
  skipped?(start: number, end: number): void;
}

/** Blocks whose content Org does not parse (Org syntax, "Blocks"). */
const RAW_BLOCKS = new Set(['src', 'example', 'export', 'comment']);

/** Keywords whose value Org parses; all others hold no text (Org syntax, "Keywords"; `org-export-options-alist`). */
const PARSED_KEYWORDS = /^(?:title|subtitle|author|date|description|keywords|caption)(?:\[|:)/i;
const KEYWORD = /^[\w-]{1,60}(?:\[[^\]\n]{0,60}\])?:/;
const COMMENT = /^(?:\[#\w{1,2}\][ \t]+)?COMMENT(?![^ \t\r\n])/;
const ENVIRONMENT = /^\\begin\{([A-Za-z0-9*]{1,40})\}/;

/**
 * Scans Org text once, line by line (Org syntax, worg): blocks of code, comments, commented trees, keywords that hold no text,
 * environments of LaTeX, fixed-width lines, property drawers and, inside of lines, verbatim, code and links are left out.
 */
export class OrgScanner {
  readonly #text: string;
  readonly #handler: OrgHandler;
  readonly #unclosed = new Set<string>();
  readonly #snippets: OrgSnippets;
  /** Up to where no formula ends. */
  #noFormula = 0;
  #states: ReadonlySet<string> | undefined;
  /** Where the line before begins, where that is text without a citation. */
  #textBefore = -1;

  constructor(text: string, handler: OrgHandler) {
    this.#text = text;
    this.#handler = handler;
    this.#snippets = new OrgSnippets(text);
  }

  scan(): void {
    const text = this.#text;
    for (let at = 0; at < text.length && !this.#handler.isDone?.();) {
      const end = lineEnd(text, at);
      // Behind a citation over several lines it goes on in the middle of one.
      const startsLine = at === 0 || codeAt(text, at - 1) === NEWLINE;
      const skip = startsLine ? this.#skippedUpTo(at, end) : at;
      if (skip > at) {
        if (!isKeyword(text, at)) this.#handler.skipped?.(at, skip);
        this.#textBefore = -1;
        at = skip;
      } else if (this.#handler.link || hasCite(text, at, end))
        at = this.#inline(startsLine ? this.#openedBefore(at, end) : at, end);
      else {
        this.#textBefore = isBlankLine(text, at, end) ? -1 : at;
        at = end + 1;
      }
    }
  }

  /** The end of what is left out at this line; `line` where it is text. */
  #skippedUpTo(line: number, end: number): number {
    const text = this.#text;
    let at = line;
    while (isBlank(codeAt(text, at))) at++;
    const code = codeAt(text, at);
    const behind = Math.min(end + 1, text.length);
    if (code === STAR && at === line) return this.#commentedTree(line, end);
    if (code === BACKSLASH) return this.#environment(line, at, end);
    if (code === PERCENT && at === line && text.startsWith('%%(', at)) return behind;
    if (code !== HASH && code !== COLON) return line;
    if (at + 1 >= end || isBlank(codeAt(text, at + 1))) return behind;
    if (code === HASH) return codeAt(text, at + 1) === 43 /* + */ ? this.#block(line, at + 2, end) : line;
    const mark = text
      .slice(at, Math.min(end, at + 40))
      .trimEnd()
      .toUpperCase();
    return mark === ':PROPERTIES:' ? this.#closing(':END:', end, line) : line;
  }

  #block(line: number, at: number, end: number): number {
    const words = this.#text.slice(at, Math.min(end, at + 130)).toLowerCase();
    if (!words.startsWith('begin_')) {
      return KEYWORD.test(words) && !PARSED_KEYWORDS.test(words) ? Math.min(end + 1, this.#text.length) : line;
    }
    const name = words.slice(6).split(/\s/, 1)[0];
    return RAW_BLOCKS.has(name) ? this.#closing(`#+END_${name.toUpperCase()}`, end, line) : line;
  }

  /** Behind a headline that is a comment, and all below it; `line` where it is none. */
  #commentedTree(line: number, end: number): number {
    const text = this.#text;
    let title = line;
    while (codeAt(text, title) === STAR) title++;
    const level = title - line;
    if (!isBlank(codeAt(text, title))) return line;
    while (isBlank(codeAt(text, title))) title++;
    const words = text.slice(title, Math.min(end, title + 100));
    if (!words.includes('COMMENT')) return line;
    const [first] = words.split(/[ \t]/, 1);
    this.#states ??= todoStates(text);
    if (!COMMENT.test(this.#states.has(first) ? words.slice(first.length).trimStart() : words)) return line;
    for (let next = end + 1; next < text.length; next = lineEnd(text, next) + 1) {
      let stars = next;
      while (codeAt(text, stars) === STAR) stars++;
      if (stars > next && stars - next <= level && isBlank(codeAt(text, stars))) return next;
    }
    return text.length;
  }

  /** Behind an environment of LaTeX that begins a line; `line` where nothing ends it. */
  #environment(line: number, at: number, end: number): number {
    const text = this.#text;
    if (codeAt(text, at + 1) === BRACKET) return this.#displayed(line, at, end);
    const name = ENVIRONMENT.exec(text.slice(at, at + 60))?.[1];
    const mark = `\\end{${name}}`;
    if (name === undefined || this.#unclosed.has(mark)) return line;
    const found = text.indexOf(mark, at);
    if (found < 0) this.#unclosed.add(mark);
    return found < 0 ? line : Math.min(Math.max(lineEnd(text, found), end) + 1, text.length);
  }

  /** Behind a formula of several lines, `\[…\]`, that begins a line; `line` where its paragraph does not end it. */
  #displayed(line: number, at: number, end: number): number {
    const stop = at < this.#noFormula ? at : paragraphEnd(this.#text, at);
    for (let close = end; close < stop - 1; close++) {
      if (this.#text.charCodeAt(close) === BACKSLASH && this.#text.charCodeAt(close + 1) === BRACKET_CLOSE)
        return close + 2;
    }
    this.#noFormula = Math.max(this.#noFormula, stop);
    return line;
  }

  /** Behind verbatim text that was opened in the line before, in the line from `line` to `end`; else `line`. */
  #openedBefore(line: number, end: number): number {
    const text = this.#text;
    if (this.#textBefore < 0) return line;
    for (let at = this.#textBefore; at < line;) {
      const code = text.charCodeAt(at);
      const close = (code === EQUALS || code === TILDE) && opensVerbatim(text, at) ? verbatimEnd(text, at, end) : -1;
      if (close > line) {
        this.#handler.skipped?.(at, close);
        return close;
      }
      at = close < 0 ? at + 1 : close;
    }
    return line;
  }

  /** Behind the first line from `from` on that starts with this mark; `otherwise` where none does. */
  #closing(mark: string, from: number, otherwise: number): number {
    if (this.#unclosed.has(mark)) return otherwise;
    const text = this.#text;
    for (let line = from + 1; line < text.length;) {
      const end = lineEnd(text, line);
      let at = line;
      while (isBlank(codeAt(text, at))) at++;
      if (codeAt(text, at) === mark.charCodeAt(0) && text.slice(at, at + mark.length).toUpperCase() === mark)
        return Math.min(end + 1, text.length);
      line = end + 1;
    }
    this.#unclosed.add(mark);
    return otherwise;
  }

  /** Reads a line of text, or the rest of one; a citation may reach over its end. Returns where reading goes on. */
  #inline(line: number, end: number): number {
    const text = this.#text;
    this.#textBefore = -1;
    // Whether nothing on the rest of the line closes `=`, or `~`.
    let noEquals = false;
    let noTilde = false;
    for (let at = line; at < end;) {
      const code = text.charCodeAt(at);
      if (code === BRACKET && startsCite(text, at + 1)) {
        const stop = this.#handler.cite(at);
        if (stop > end || this.#handler.isDone?.()) return stop;
        at = Math.max(stop, at + 1);
      } else if (((code === EQUALS && !noEquals) || (code === TILDE && !noTilde)) && opensVerbatim(text, at)) {
        const close = verbatimEnd(text, at, end);
        if (close >= 0) this.#handler.skipped?.(at, close);
        else if (code === EQUALS) noEquals = true;
        else noTilde = true;
        at = close < 0 ? at + 1 : close;
      } else if (code === BRACKET && codeAt(text, at + 1) === BRACKET) {
        const close = linkEnd(text, at);
        if (close > end) return close;
        if (close > at) {
          this.#handler.link?.(at, close);
          this.#handler.skipped?.(at, close);
        }
        at = Math.max(close, at + 1);
      } else if (opensSnippet(code)) {
        const close = this.#snippets.endOf(at, end);
        if (close >= 0) this.#handler.skipped?.(at, close);
        at = close < 0 ? at + 1 : close;
      } else at++;
    }
    return end + 1;
  }
}

const BRACKET = 91;
const BRACKET_CLOSE = 93;
const STAR = 42;
const BACKSLASH = 92;
const PERCENT = 37;
const HASH = 35;
const COLON = 58;
const EQUALS = 61;
const TILDE = 126;

const opensSnippet = oneOf('@s\\$');

const KEYWORD_START = /[ \t]*#\+(?!begin_)/iy;

/** Whether the line at an offset is a keyword: it is no text, and says something all the same. */
function isKeyword(text: string, line: number): boolean {
  KEYWORD_START.lastIndex = line;
  return KEYWORD_START.test(text);
}

/** `[[place][shown]]` (Org syntax, "Links"); citations stand in none. */
const LINK = /\[\[(?:[^[\]\\\n]|\\.){1,2000}\](?:\[[^\n]{1,2000}?\])?\]/y;

/** Behind the link at `at`, or `at`. */
function linkEnd(text: string, at: number): number {
  LINK.lastIndex = at;
  return LINK.test(text) ? LINK.lastIndex : at;
}

function isBlankLine(text: string, start: number, end: number): boolean {
  return skipSpace(text, start, end) === end;
}

function hasCite(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === BRACKET && startsCite(text, at + 1)) return true;
  return false;
}

const isBeforeVerbatim = oneOf('-({\'"');
const isAfterVerbatim = oneOf('-.,;:!?\'")}[');

function opensVerbatim(text: string, at: number): boolean {
  const before = codeAt(text, at - 1);
  const free = at === 0 || isSpace(before) || isBeforeVerbatim(before);
  return free && !isSpace(codeAt(text, at + 1));
}

/** Behind the mark that closes the verbatim text at `at` on its line, or -1. */
function verbatimEnd(text: string, at: number, end: number): number {
  const mark = codeAt(text, at);
  for (let i = at + 2; i < end; i++) {
    if (text.charCodeAt(i) !== mark || isSpace(text.charCodeAt(i - 1))) continue;
    const next = codeAt(text, i + 1);
    if (i + 1 >= text.length || isSpace(next) || isAfterVerbatim(next)) return i + 1;
  }
  return -1;
}
