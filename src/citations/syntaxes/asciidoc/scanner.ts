import { isUnderline } from './headings';
import {
  codeAt,
  isAlphanumeric,
  isBlank,
  isSpace,
  lineEnd,
  oneOf,
  skipSpace,
  skipSpaceBack,
  startsCite,
} from '../shared/characters';

/** What a scan of AsciiDoc tells of. */
export interface AsciidocHandler {
  /** Whether enough is found: the scan then ends. */
  isDone?(): boolean;
  /** `cite:` or `citenp:` in text, at its first letter; returns where scanning goes on, `at` where it is no citation. */
  cite(at: number): number;
  skipped?(start: number, end: number): void;
}

/** The marks of inline code and passthrough come so many at a time at most. */
const MOST_MARKS = 3;

/** Scans AsciiDoc once, line by line: comments, listing, literal and passthrough blocks and inline code are left out. */
export class AsciidocScanner {
  readonly #text: string;
  readonly #handler: AsciidocHandler;
  #afterBlank = true;
  /** The marks that nothing closes on the rest of the line, a bit for each kind and number. */
  #unclosed = 0;

  constructor(text: string, handler: AsciidocHandler) {
    this.#text = text;
    this.#handler = handler;
  }

  scan(): void {
    const text = this.#text;
    let sourceNext = false;
    for (let line = 0; line < text.length && !this.#handler.isDone?.();) {
      const end = lineEnd(text, line);
      if (!sourceNext && !mayBeginBlock(text, line)) {
        this.#inline(line, end);
        this.#afterBlank = false;
        line = end + 1;
        continue;
      }
      const stop = skipSpaceBack(text, end, line);
      let next = end + 1;
      const mark = this.#isUnderline(line, stop) ? 0 : delimiterLength(text, line, stop, sourceNext);
      if (mark > 0) next = this.#block(line, end, mark);
      else if (stop === line) sourceNext = false;
      else if (sourceNext || isComment(text, line) || this.#isLiteral(line, stop)) {
        this.#handler.skipped?.(line, end);
      } else if (this.#setsAttributes(line, stop)) {
        // It belongs to the block below it.
        this.#handler.skipped?.(line, end);
        line = next;
        continue;
      } else if (isRawStyle(text, line, stop)) {
        sourceNext = true;
        this.#afterBlank = false;
        line = next;
        continue;
      } else this.#inline(line, end);
      if (next > end + 1) sourceNext = false;
      this.#afterBlank = stop === line;
      line = next;
    }
  }

  /** Whether a line of signs makes a title of the line before it, and so delimits no block. */
  #isUnderline(line: number, stop: number): boolean {
    const code = codeAt(this.#text, line);
    if (this.#afterBlank || line === 0 || (code !== HYPHEN && code !== PLUS) || runEnd(this.#text, line) !== stop)
      return false;
    const before = this.#text.lastIndexOf('\n', line - 2) + 1;
    const title = this.#text.slice(before, line).trim();
    const isFirst = before === 0 || /\n[ \t\r]*\n$/.test(this.#text.slice(Math.max(0, before - 100), before));
    return isFirst && !/^[.[]/.test(title) && isUnderline(title, this.#text.slice(line, stop));
  }

  /** Whether a line that cites only gives an attribute its value, or the block below it some: `[quote, cite:[a]]`. */
  #setsAttributes(line: number, stop: number): boolean {
    const text = this.#text;
    const code = codeAt(text, line);
    if ((code !== COLON && (code !== BRACKET || !this.#afterBlank)) || !hasCite(text, line, stop)) return false;
    if (code === COLON) return /^:!?\w[\w-]{0,60}!?:\s/.test(text.slice(line, Math.min(stop, line + 70)));
    return isAttributeList(text, line, stop) && !isRawStyle(text, line, stop);
  }

  /** A paragraph whose first line is indented is literal. */
  #isLiteral(line: number, stop: number): boolean {
    if (!this.#afterBlank || !isBlank(codeAt(this.#text, line))) return false;
    return !/^\s*([*.-]+|\d+\.)\s/.test(this.#text.slice(line, stop));
  }

  /** Behind the block whose delimiter of this length is on the line from `line` to `end`. */
  #block(line: number, end: number, length: number): number {
    const text = this.#text;
    const mark = text.slice(line, line + length);
    let next = end + 1;
    while (next < text.length) {
      const start = next;
      const stop = lineEnd(text, start);
      next = stop + 1;
      if (text.startsWith(mark, start) && skipSpace(text, start + length, stop) === stop) break;
    }
    this.#handler.skipped?.(line, Math.min(next, text.length));
    return next;
  }

  #inline(line: number, end: number): void {
    const text = this.#text;
    if (!hasCite(text, line, end)) return;
    this.#unclosed = 0;
    /** The backtick that closes the quotation marks last opened. */
    let quoted = -1;
    for (let at = line; at < end;) {
      const code = text.charCodeAt(at);
      if (code === TICK && at > quoted) quoted = this.#quotedEnd(at, end);
      const passed = code === BRACKET ? this.#passedEnd(line, at, end) : -1;
      if (passed >= 0) {
        this.#handler.skipped?.(at, passed);
        at = passed;
      } else if (code === DOLLAR && codeAt(text, at + 1) === DOLLAR) at = this.#code(at, end, code);
      else if (code === TICK && quoted >= at && (at === quoted || isQuote(codeAt(text, at - 1)))) at++;
      else if (code === TICK || code === PLUS) at = this.#code(at, end, code);
      else if (startsCite(text, at) && !isEscaped(text, at)) {
        at = Math.max(this.#handler.cite(at), at + 4);
        if (this.#handler.isDone?.()) return;
      } else at++;
    }
  }

  /** The backtick that ends text in curved quotation marks, "`…`", which the one at `at` begins, in its line; -1 where it does not. */
  #quotedEnd(at: number, end: number): number {
    const text = this.#text;
    const quote = codeAt(text, at - 1);
    const bit = quote === QUOTE ? NO_QUOTE : NO_APOSTROPHE;
    if (!isQuote(quote) || (this.#unclosed & bit) !== 0 || isSpace(codeAt(text, at + 1))) return -1;
    for (let close = at + 1; close + 1 < end; close++) {
      if (text.charCodeAt(close) === TICK && text.charCodeAt(close + 1) === quote) return close;
    }
    this.#unclosed |= bit;
    return -1;
  }

  /** The end of the text in the bracket at `at` of a macro that passes it through, in its line; -1 where it is none. */
  #passedEnd(line: number, at: number, end: number): number {
    if ((this.#unclosed & NO_BRACKET) !== 0 || !mayPass(this.#text, at)) return -1;
    if (!PASSES.test(this.#text.slice(Math.max(line, at - 16), at))) return -1;
    for (let close = at; close < end; close++) if (this.#text.charCodeAt(close) === BRACKET_CLOSE) return close;
    this.#unclosed |= NO_BRACKET;
    return -1;
  }

  /** Behind inline code or passthrough: as many of the `mark` as opened it, on the same line. */
  #code(at: number, end: number, mark: number): number {
    const text = this.#text;
    const open = runEnd(text, at);
    if (open - at > MOST_MARKS) return open;
    const isPlus = mark === PLUS;
    if (isPlus && (isAlphanumeric(codeAt(text, at - 1)) || isBlank(codeAt(text, open)))) return open;
    const bit = 1 << (open - at + (isPlus ? MOST_MARKS : mark === DOLLAR ? 2 * MOST_MARKS : 0));
    const close = (this.#unclosed & bit) === 0 ? marksEnd(text, open, end, mark, open - at) : -1;
    if (close < 0) {
      this.#unclosed |= bit;
      return open;
    }
    this.#handler.skipped?.(at, close);
    return close;
  }
}

/** Behind the first so many marks in a row between `start` and `end`, or -1. */
function marksEnd(text: string, start: number, end: number, mark: number, count: number): number {
  let found = 0;
  for (let at = start; at < end; at++) {
    found = text.charCodeAt(at) === mark ? found + 1 : 0;
    if (found === count) return at + 1;
  }
  return -1;
}

/** A macro whose text is passed through or is maths. */
const PASSES = /(?:^|[^\w])(?:pass:[a-z,]{0,8}|(?:stem|latexmath|asciimath):)$/;
const endsPassName = oneOf('smh');
const endsSubstitutions = oneOf('abcdefghijklmnopqrstuvwxyz,');

/** Whether the last letters before a bracket can be those of such a macro; most brackets are told by them. */
function mayPass(text: string, at: number): boolean {
  const before = codeAt(text, at - 1);
  return before === COLON ? endsPassName(codeAt(text, at - 2)) : endsSubstitutions(before);
}

const COLON = 58;
const BRACKET = 91;
const BRACKET_CLOSE = 93;
const NO_BRACKET = 1 << 10;
const NO_QUOTE = 1 << 11;
const NO_APOSTROPHE = 1 << 12;
const QUOTE = 34;
const isQuote = oneOf('"\'');
const TICK = 96;
const PLUS = 43;
const HYPHEN = 45;
const DOLLAR = 36;
const SLASH = 47;
const isDelimiterMark = oneOf('-.+/`');

/** Whether a line may be more than text, by its first characters; tells most lines without a closer look. */
function mayBeginBlock(text: string, line: number): boolean {
  const code = text.charCodeAt(line);
  return (
    isSpace(code) || code === BRACKET || code === COLON || (isDelimiterMark(code) && codeAt(text, line + 1) === code)
  );
}

function hasCite(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (startsCite(text, at)) return true;
  return false;
}

/** Behind the run of the character at `at`. */
function runEnd(text: string, at: number): number {
  const code = codeAt(text, at);
  let end = at + 1;
  while (codeAt(text, end) === code) end++;
  return end;
}

/**
 * How many marks delimit a block whose content is not text (AsciiDoc language documentation, "Delimited Blocks"), on a
 * line that ends at `stop`; 0 where it is no such line. Two hyphens are an open block, which a style before it makes code. Three backticks may have the name of a language behind them.
 */
function delimiterLength(text: string, line: number, stop: number, isStyled: boolean): number {
  if (line === stop || !isDelimiterMark(codeAt(text, line))) return 0;
  const end = runEnd(text, line);
  const length = end - line;
  const least = isStyled && codeAt(text, line) === HYPHEN && length === 2 ? 2 : 4;
  if (codeAt(text, line) !== TICK) return length >= least && end === stop ? length : 0;
  if (length !== 3) return 0;
  for (let at = end; at < stop; at++) if (text.charCodeAt(at) === TICK) return 0;
  return length;
}

/** `// …`; three slashes are none. */
function isComment(text: string, line: number): boolean {
  return codeAt(text, line) === SLASH && codeAt(text, line + 1) === SLASH && codeAt(text, line + 2) !== SLASH;
}

/** Styles whose block is no text: code, comments, and diagrams (of Asciidoctor Diagram). */
const RAW_STYLE =
  /^\[(?:source|listing|literal|stem|latexmath|asciimath|pass|comment|a2s|actdiag|blockdiag|bytefield|d2|diagrams|ditaa|dot|erd|gnuplot|graphviz|mermaid|msc|nomnoml|nwdiag|packetdiag|pikchr|plantuml|rackdiag|salt|seqdiag|shaape|svgbob|syntrax|tikz|umlet|vega|vegalite|wavedrom)(?![\w-])/;
/** How long a style may be. */
const LONGEST_STYLE = 20;

/** Whether a line in brackets makes the paragraph or block below it code. */
function isRawStyle(text: string, line: number, stop: number): boolean {
  if (codeAt(text, line) !== 91 /* [ */) return false;
  return RAW_STYLE.test(text.slice(line, Math.min(stop, line + LONGEST_STYLE)));
}

/** Whether a line is a list of attributes: what its bracket holds up to the last character. */
function isAttributeList(text: string, line: number, stop: number): boolean {
  if (codeAt(text, stop - 1) !== BRACKET_CLOSE || !/[\w.#%{,"']/.test(text.charAt(line + 1))) return false;
  let depth = 0;
  for (let at = line; at < stop - 1; at++) {
    const code = text.charCodeAt(at);
    if (code === BRACKET) depth++;
    else if (code === BRACKET_CLOSE && --depth === 0) return false;
  }
  return true;
}

function isEscaped(text: string, at: number): boolean {
  return codeAt(text, at - 1) === 92; /* \ */
}
