import { isAlphanumeric, isBlank, isSpace, lineEnd, NEWLINE, oneOf, startsCite } from '../shared/characters';
import { OrgSnippets } from './snippets';

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
  readonly done?: boolean;
  /** `[cite` in text, at its bracket; returns where scanning goes on, `at` where it is no citation. */
  cite(at: number): number;
  skipped?(start: number, end: number): void;
}

/** Blocks whose content Org does not parse (Org syntax, "Blocks"). */
const RAW_BLOCKS = new Set(['src', 'example', 'export', 'comment']);

/**
 * Scans Org text once, line by line (Org syntax, worg): blocks of code, comments, fixed-width lines, property drawers
 * and, inside of lines, verbatim and code are left out.
 */
export class OrgScanner {
  readonly #text: string;
  readonly #handler: OrgHandler;
  readonly #unclosed = new Set<string>();
  readonly #snippets: OrgSnippets;

  constructor(text: string, handler: OrgHandler) {
    this.#text = text;
    this.#handler = handler;
    this.#snippets = new OrgSnippets(text);
  }

  scan(): void {
    const text = this.#text;
    for (let at = 0; at < text.length && !this.#handler.done;) {
      const end = lineEnd(text, at);
      // Behind a citation over several lines it goes on in the middle of one.
      const startsLine = at === 0 || text.charCodeAt(at - 1) === NEWLINE;
      const skip = startsLine ? this.#skippedUpTo(at, end) : at;
      if (skip > at) {
        this.#handler.skipped?.(at, skip);
        at = skip;
      } else at = this.#inline(at, end);
    }
  }

  /** The end of what is left out at this line; `line` where it is text. */
  #skippedUpTo(line: number, end: number): number {
    const text = this.#text;
    let at = line;
    while (isBlank(text.charCodeAt(at))) at++;
    const code = text.charCodeAt(at);
    if (code !== HASH && code !== COLON) return line;
    const behind = Math.min(end + 1, text.length);
    if (at + 1 >= end || isBlank(text.charCodeAt(at + 1))) return behind;
    if (code === HASH) return text.charCodeAt(at + 1) === 43 /* + */ ? this.#block(line, at + 2, end) : line;
    const mark = text
      .slice(at, Math.min(end, at + 40))
      .trimEnd()
      .toUpperCase();
    return mark === ':PROPERTIES:' ? this.#closing(':END:', end, line) : line;
  }

  #block(line: number, at: number, end: number): number {
    const words = this.#text.slice(at, Math.min(end, at + 40)).toLowerCase();
    if (!words.startsWith('begin_')) return line;
    const name = words.slice(6).split(/\s/, 1)[0];
    return RAW_BLOCKS.has(name) ? this.#closing(`#+END_${name.toUpperCase()}`, end, line) : line;
  }

  /** Behind the first line from `from` on that starts with this mark; `otherwise` where none does. */
  #closing(mark: string, from: number, otherwise: number): number {
    if (this.#unclosed.has(mark)) return otherwise;
    const text = this.#text;
    for (let line = from + 1; line < text.length;) {
      const end = lineEnd(text, line);
      let at = line;
      while (isBlank(text.charCodeAt(at))) at++;
      if (text.charCodeAt(at) === mark.charCodeAt(0) && text.slice(at, at + mark.length).toUpperCase() === mark)
        return Math.min(end + 1, text.length);
      line = end + 1;
    }
    this.#unclosed.add(mark);
    return otherwise;
  }

  /** Reads a line of text, or the rest of one; a citation may reach over its end. Returns where reading goes on. */
  #inline(line: number, end: number): number {
    const text = this.#text;
    if (!hasCite(text, line, end)) return end + 1;
    // Whether nothing on the rest of the line closes `=`, or `~`.
    let noEquals = false;
    let noTilde = false;
    for (let at = line; at < end;) {
      const code = text.charCodeAt(at);
      if (code === BRACKET && startsCite(text, at + 1)) {
        const stop = this.#handler.cite(at);
        if (stop > end || this.#handler.done) return stop;
        at = Math.max(stop, at + 1);
      } else if (((code === EQUALS && !noEquals) || (code === TILDE && !noTilde)) && opensVerbatim(text, at)) {
        const close = verbatimEnd(text, at, end);
        if (close >= 0) this.#handler.skipped?.(at, close);
        else if (code === EQUALS) noEquals = true;
        else noTilde = true;
        at = close < 0 ? at + 1 : close;
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
const HASH = 35;
const COLON = 58;
const EQUALS = 61;
const TILDE = 126;

const opensSnippet = oneOf('@s\\$');

function hasCite(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === BRACKET && startsCite(text, at + 1)) return true;
  return false;
}

const isBeforeVerbatim = oneOf('-({\'"');
const isAfterVerbatim = oneOf('-.,;:!?\'")}[');

function opensVerbatim(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const free = at === 0 || isSpace(before) || isBeforeVerbatim(before);
  return free && !isSpace(text.charCodeAt(at + 1));
}

/** Behind the mark that closes the verbatim text at `at` on its line, or -1. */
function verbatimEnd(text: string, at: number, end: number): number {
  const mark = text.charCodeAt(at);
  for (let i = at + 2; i < end; i++) {
    if (text.charCodeAt(i) !== mark || isSpace(text.charCodeAt(i - 1))) continue;
    const next = text.charCodeAt(i + 1);
    if (i + 1 >= text.length || isSpace(next) || isAfterVerbatim(next)) return i + 1;
  }
  return -1;
}
