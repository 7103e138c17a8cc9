import type { OffsetRange } from '../../../base/position';
import {
  codeAt,
  isAlphanumeric,
  isBlank,
  isDigit,
  isLetter,
  isSpace,
  lineEnd,
  NEWLINE,
  oneOf,
  skipSpace,
  skipSpaceBack,
} from '../shared/characters';
import { type Named, NameTable } from '../shared/nameTable';

/** What a scan of reStructuredText tells of. */
export interface RstHandler {
  /** Whether enough is found: the scan then ends. */
  isDone?(): boolean;
  /** `` :name:`body` `` in text, or `` `body`:name: ``. */
  role(start: number, end: number, name: string, bodyStart: number, bodyEnd: number): void;
  /** A comment, directive, target or the like, `.. `, that is none of what is left out. */
  directive?(at: number): void;
  skipped?(start: number, end: number): void;
}

/** Directives whose body is not text (docutils and Sphinx references). */
const RAW_DIRECTIVES = new Set(
  (
    'code code-block sourcecode highlight literalinclude math raw graphviz digraph graph doctest testcode ' +
    'testsetup testoutput testcleanup productionlist bibliography footbibliography toctree include mermaid plantuml ipython ' +
    'ipython3 prompt jupyter-execute jupyter-input nbinput nboutput program-output command-output uml jinja tikz plot ' +
    'code-tab blockdiag seqdiag actdiag nwdiag packetdiag rackdiag aafig inheritance-diagram autosummary automodule ' +
    'sagecellserver index meta unicode date highlightlang role default-role image'
  ).split(' '),
);

/**
 * Scans reStructuredText once, line by line (docutils, "reStructuredText Markup Specification"): comments, literal
 * blocks, bodies of directives for code, and inline literals are left out.
 */
export class RstScanner {
  readonly #text: string;
  readonly #handler: RstHandler;
  /** The names of roles, each made but once. */
  readonly #roles: NameTable<Named>;
  /** Lines indented by more than this belong to what is left out; -1: nothing is. */
  #skipAbove = -1;
  /** Up to where no emphasis ends, by its number of stars. */
  readonly #noEmphasis = [0, 0, 0];

  constructor(text: string, handler: RstHandler) {
    this.#text = text;
    this.#handler = handler;
    this.#roles = new NameTable(text, (name) => ({ name }));
  }

  scan(): void {
    const text = this.#text;
    for (let line = 0; line < text.length && !this.#handler.isDone?.();) {
      const end = lineEnd(text, line);
      let at = line;
      while (isBlank(codeAt(text, at))) at++;
      if (at >= end || codeAt(text, at) === 13 /* \r */) line = end + 1;
      // Behind a role over several lines it goes on in the middle of one.
      else if (line > 0 && codeAt(text, line - 1) !== NEWLINE) line = this.#inline(line, end);
      else line = this.#line(line, at, end);
    }
  }

  /** Reads a line that is not blank; returns where the next one starts. */
  #line(line: number, at: number, end: number): number {
    const text = this.#text;
    const indent = at - line;
    const behind = Math.min(end + 1, text.length);
    if (this.#skipAbove >= 0 && indent > this.#skipAbove) {
      this.#handler.skipped?.(line, behind);
      return behind;
    }
    this.#skipAbove = -1;
    const code = codeAt(text, at);
    if (code === GREATER && text.startsWith('>>> ', at)) return this.#skip(line, blankLine(text, end));
    if (code === UNDERSCORE && text.startsWith('__ ', at)) return this.#skip(line, behind);
    if (indent > 0 && code === COLON && PLAIN_OPTION.test(text.slice(at, at + 12))) return this.#skip(line, behind);
    if (code === DOT && codeAt(text, at + 1) === DOT && (isBlank(codeAt(text, at + 2)) || at + 2 >= end)) {
      this.#handler.directive?.(at);
      if (leavesOut(text, at + 2, end)) {
        this.#skipAbove = indent;
        this.#handler.skipped?.(line, behind);
        return behind;
      }
    } else if (endsWithColons(text, at, end)) {
      const quoted = quotedBlock(text, end, indent);
      this.#inline(at, end);
      if (quoted) return this.#skip(quoted.start, quoted.end);
      this.#skipAbove = indent;
      return end + 1;
    }
    return this.#inline(at, end);
  }

  #skip(start: number, end: number): number {
    this.#handler.skipped?.(start, end);
    return end;
  }

  #inline(from: number, end: number): number {
    const text = this.#text;
    for (let at = readFrom(text, from, end); at < end && !this.#handler.isDone?.();) {
      const code = text.charCodeAt(at);
      if (code === BACKSLASH) at += 2;
      else if (code === STAR) {
        at = this.#emphasis(at);
        if (at > end) return at;
      } else if (code !== TICK) at++;
      else if (codeAt(text, at + 1) === TICK) {
        const close = text.indexOf('``', at + 2);
        let stop = close < 0 ? end : close + 2;
        // Of more backticks than two the last end it: an end-string stands before no other (the same rules).
        while (close >= 0 && codeAt(text, stop) === TICK) stop++;
        this.#handler.skipped?.(at, Math.min(stop, text.length));
        if (stop > end) return close < 0 ? end + 1 : lineEnd(text, stop) + 1;
        at = stop;
      } else {
        at = this.#interpreted(at, end);
        if (at > end) return at;
      }
    }
    return end + 1;
  }

  /** Emphasis, in which nothing else is marked up: behind it, or behind the stars that open none. */
  #emphasis(at: number): number {
    const text = this.#text;
    const marks = codeAt(text, at + 1) === STAR ? 2 : 1;
    const isOpen = !/[^\s\-:/'"<([{]/.test(text.charAt(at - 1)) && /^[^\s*]/.test(text.charAt(at + marks));
    if (!isOpen || at < this.#noEmphasis[marks]) return at + marks;
    const limit = Math.min(text.length - marks, at + LONGEST_TEXT);
    let close = at + marks + 1;
    for (; close <= limit && !isEmptyLine(text, close); close++) {
      if (codeAt(text, close) !== STAR || (marks === 2 && codeAt(text, close + 1) !== STAR)) continue;
      const before = codeAt(text, close - 1);
      if (isSpace(before) || before === BACKSLASH || !isEnd(text, close + marks)) continue;
      this.#handler.skipped?.(at, close + marks);
      return close + marks;
    }
    this.#noEmphasis[marks] = close;
    return at + marks;
  }

  /** Interpreted text; that of a role may go on in the next lines of its paragraph. */
  #interpreted(at: number, end: number): number {
    const text = this.#text;
    // Start-strings stand before text and not behind a word ("Inline markup recognition rules").
    if (isAlphanumeric(codeAt(text, at - 1)) || isSpace(codeAt(text, at + 1))) return at + 1;
    const limit = Math.min(text.length, at + LONGEST_TEXT);
    let close = at + 1;
    while (close < limit && text.charCodeAt(close) !== TICK && !isEmptyLine(text, close)) close++;
    if (codeAt(text, close) !== TICK || !isEnd(text, close + 1)) return at + 1;
    const start = nameStart(text, at);
    const name = start === undefined ? undefined : this.#roles.between(start, at - 1).name;
    if (name) this.#handler.role(at - name.length - 2, close + 1, name, at + 1, close);
    const behind = name ? undefined : roleNameBehind(text, close + 1);
    const stop = behind ? close + behind.length + 3 : close + 1;
    if (behind) this.#handler.role(at, stop, behind, at + 1, close);
    else if (!name && close < end) this.#handler.skipped?.(at, stop);
    // A single backtick that was left open does not take away what the next lines cite.
    return name || behind || close < end ? stop : end;
  }
}

/** How long marked-up text may be. */
const LONGEST_TEXT = 4000;

/** What stands behind the end of marked-up text, or the end of the document ("Inline markup recognition rules"). */
function isEnd(text: string, at: number): boolean {
  return at >= text.length || !isAlphanumeric(codeAt(text, at));
}

const STAR = 42;
const BACKSLASH = 92;
const COLON = 58;
const DOT = 46;
const GREATER = 62;
const TICK = 96;
const UNDERSCORE = 95;

/** Whether an empty line follows the line break at an offset. */
function isEmptyLine(text: string, at: number): boolean {
  return text.charCodeAt(at) === NEWLINE && codeAt(text, at + 1) === NEWLINE;
}

/** Whether a line between these offsets announces a literal block. */
function endsWithColons(text: string, start: number, end: number): boolean {
  const stop = skipSpaceBack(text, end, Math.max(start, end - 3));
  return stop - start > 1 && codeAt(text, stop - 1) === COLON && codeAt(text, stop - 2) === COLON;
}

/** The literal block behind a line that ends at `end`, where it is not indented but quoted: each line begins with the same sign. */
function quotedBlock(text: string, end: number, indent: number): OffsetRange | undefined {
  let start = end + 1;
  while (start < text.length && skipSpace(text, start, lineEnd(text, start)) === lineEnd(text, start)) {
    start = lineEnd(text, start) + 1;
  }
  const sign = text.charAt(start + indent);
  if (start === end + 1 || !/[!-\-/:-@[-`{-~]/.test(sign) || text.slice(start, start + indent).trim() !== '')
    return undefined;
  let stop = start;
  while (stop < text.length && text.charAt(stop + indent) === sign) stop = lineEnd(text, stop) + 1;
  return { start, end: Math.min(stop, text.length) };
}

/** Where reading of a line begins: at its start where it holds a backtick, else at its end. */
function readFrom(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === TICK) return start;
  return end;
}

/** Options of directives whose values are no text with roles. */
const PLAIN_OPTION = /^:(?:alt|target|class|name):\s/;

/** The end of the lines up to the next blank one: a doctest block has no other end. */
function blankLine(text: string, end: number): number {
  let line = end + 1;
  while (line < text.length && skipSpace(text, line, lineEnd(text, line)) < lineEnd(text, line)) {
    line = lineEnd(text, line) + 1;
  }
  return Math.min(line, text.length);
}

/** So long the name of a role may be, with its colons. */
const LONGEST_NAME = 40;

/** Where the name starts of the role whose backtick is at an offset; undefined where it is none. */
function nameStart(text: string, tick: number): number | undefined {
  if (codeAt(text, tick - 1) !== COLON) return undefined;
  const least = Math.max(0, tick - LONGEST_NAME);
  let start = tick - 1;
  while (start > least && isInName(text.charCodeAt(start - 1))) start--;
  for (let colon = start; colon < tick - 2; colon++) {
    if (text.charCodeAt(colon) !== COLON || !isLetter(text.charCodeAt(colon + 1))) continue;
    if (colon === start) return start > least && text.charCodeAt(start - 1) === BACKSLASH ? undefined : colon + 1;
    const before = text.charCodeAt(colon - 1);
    if (!isLetter(before) && !isDigit(before)) return colon + 1;
  }
  return undefined;
}

const isNameSign = oneOf(':-_.+');

function isInName(code: number): boolean {
  return isAlphanumeric(code) || isNameSign(code);
}

const NAME_BEHIND = /:([A-Za-z0-9]+(?:[-_.+:][A-Za-z0-9]+)*):/y;

/** The name of the role behind the text that ends at `at`, or undefined (docutils, "Interpreted Text"). */
function roleNameBehind(text: string, at: number): string | undefined {
  if (codeAt(text, at) !== COLON) return undefined;
  NAME_BEHIND.lastIndex = at;
  return NAME_BEHIND.exec(text.slice(0, at + 60))?.[1];
}

/** Whether explicit markup, behind its `..`, is a comment or a directive for code. */
function leavesOut(text: string, start: number, end: number): boolean {
  const rest = text.slice(start, Math.min(end, start + 80)).trim();
  if (rest.startsWith('[')) return false;
  // A target is an address.
  if (rest.startsWith('_')) return true;
  const substituted = /^\|[^|]{1,200}\|[ \t]*/.exec(rest)?.[0];
  if (substituted !== undefined)
    return RAW_DIRECTIVES.has(/^([\w-]+)::/.exec(rest.slice(substituted.length))?.[1] ?? '');
  const colons = rest.indexOf('::');
  if (colons <= 0 || /\s/.test(rest.slice(0, colons))) return true;
  return RAW_DIRECTIVES.has(rest.slice(0, colons));
}
