import { isAlphanumeric, isBlank, isSpace, lineEnd, oneOf } from '../shared/characters';

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

  constructor(text: string, handler: OrgHandler) {
    this.#text = text;
    this.#handler = handler;
  }

  scan(): void {
    const text = this.#text;
    for (let line = 0; line < text.length && !this.#handler.done;) {
      const end = lineEnd(text, line);
      const skip = this.#skippedUpTo(line, end);
      if (skip > line) {
        this.#handler.skipped?.(line, skip);
        line = skip;
      } else line = this.#inline(line, end);
    }
  }

  /** The end of what is left out at this line; `line` where it is text. */
  #skippedUpTo(line: number, end: number): number {
    const text = this.#text;
    let at = line;
    while (isBlank(text.charCodeAt(at))) at++;
    const c = text[at];
    const behind = Math.min(end + 1, text.length);
    if (c === '#') {
      if (isBlank(text.charCodeAt(at + 1)) || at + 1 >= end) return behind;
      return text[at + 1] === '+' ? this.#block(line, at + 2, end) : line;
    }
    if (c === ':') {
      if (at + 1 >= end || isBlank(text.charCodeAt(at + 1))) return behind;
      if (text.slice(at, end).trimEnd().toUpperCase() === ':PROPERTIES:') return this.#closing(':END:', end, line);
    }
    return line;
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
      if (text.slice(at, at + mark.length).toUpperCase() === mark) return Math.min(end + 1, text.length);
      line = end + 1;
    }
    this.#unclosed.add(mark);
    return otherwise;
  }

  /** Reads one line of text; a citation may reach over its end. Returns where the next line starts. */
  #inline(line: number, end: number): number {
    const text = this.#text;
    if (!text.slice(line, end).includes('[cite')) return end + 1;
    const unclosed = new Set<string>();
    for (let at = line; at < end && !this.#handler.done;) {
      const code = text.charCodeAt(at);
      if (code === 91 /* [ */ && text.startsWith('[cite', at)) {
        const stop = this.#handler.cite(at);
        if (stop > end) return stop;
        at = Math.max(stop, at + 1);
      } else if ((code === 61 /* = */ || code === 126) /* ~ */ && opensVerbatim(text, at)) {
        const mark = text[at];
        const close = unclosed.has(mark) ? -1 : verbatimEnd(text, at, end, mark);
        if (close < 0) unclosed.add(mark);
        else this.#handler.skipped?.(at, close);
        at = close < 0 ? at + 1 : close;
      } else at++;
    }
    return end + 1;
  }
}

function opensVerbatim(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const free = at === 0 || isSpace(before) || '-({\'"'.includes(text[at - 1]);
  return free && !isSpace(text.charCodeAt(at + 1));
}

/** Behind the mark that closes the verbatim text at `at` on its line, or -1. */
function verbatimEnd(text: string, at: number, end: number, mark: string): number {
  for (let i = text.indexOf(mark, at + 2); i >= 0 && i < end; i = text.indexOf(mark, i + 1)) {
    const next = text[i + 1];
    const free = next === undefined || isSpace(next.charCodeAt(0)) || '-.,;:!?\'")}['.includes(next);
    if (free && !isSpace(text.charCodeAt(i - 1))) return i + 1;
  }
  return -1;
}
