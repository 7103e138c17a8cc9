import { isAlphanumeric, isBlank, lineEnd } from '../shared/characters';

/** What a scan of AsciiDoc tells of. */
export interface AsciidocHandler {
  /** Whether enough is found: the scan then ends. */
  readonly done?: boolean;
  /** `cite:` or `citenp:` in text, at its first letter; returns where scanning goes on, `at` where it is no citation. */
  cite(at: number): number;
  skipped?(start: number, end: number): void;
}

/** Delimiters of blocks whose content is not text (AsciiDoc language documentation, "Delimited Blocks"). */
const RAW_BLOCKS = ['----', '....', '++++', '////', '```'];

/** Scans AsciiDoc once, line by line: comments, listing, literal and passthrough blocks and inline code are left out. */
export class AsciidocScanner {
  readonly #text: string;
  readonly #handler: AsciidocHandler;
  #afterBlank = true;

  constructor(text: string, handler: AsciidocHandler) {
    this.#text = text;
    this.#handler = handler;
  }

  scan(): void {
    const text = this.#text;
    let sourceNext = false;
    for (let line = 0; line < text.length && !this.#handler.done;) {
      const end = lineEnd(text, line);
      const content = text.slice(line, end).trimEnd();
      let next = end + 1;
      if (opensRawBlock(content)) next = this.#block(line, end, content);
      else if (content === '') sourceNext = false;
      else if (sourceNext || content.startsWith('//') || this.#isLiteral(content)) this.#handler.skipped?.(line, end);
      else if (content.startsWith('[') && /^\[(source|listing|literal|stem|pass)\b/.test(content)) {
        sourceNext = true;
        this.#afterBlank = false;
        line = next;
        continue;
      } else this.#inline(line, end);
      if (next > end + 1) sourceNext = false;
      this.#afterBlank = content === '';
      line = next;
    }
  }

  /** A paragraph whose first line is indented is literal. */
  #isLiteral(content: string): boolean {
    return this.#afterBlank && isBlank(content.charCodeAt(0)) && !/^\s*([*.-]+|\d+\.)\s/.test(content);
  }

  #block(line: number, end: number, mark: string): number {
    const text = this.#text;
    let next = end + 1;
    while (next < text.length) {
      const stop = lineEnd(text, next);
      const closes = text.startsWith(mark.startsWith('```') ? '```' : mark, next);
      const content = closes ? text.slice(next, stop).trimEnd() : '';
      next = stop + 1;
      if (content === mark || (mark.startsWith('```') && content === '```')) break;
    }
    this.#handler.skipped?.(line, Math.min(next, text.length));
    return next;
  }

  #inline(line: number, end: number): void {
    const text = this.#text;
    const content = text.slice(line, end);
    if (!content.includes('cite')) return;
    for (let at = line; at < end && !this.#handler.done;) {
      const code = text.charCodeAt(at);
      if (code === 96 /* ` */ || code === 43 /* + */) at = this.#code(at, end, text[at]);
      else if (code === 99 /* c */ && text.startsWith('cite', at) && !isEscaped(text, at)) {
        at = Math.max(this.#handler.cite(at), at + 4);
      } else at++;
    }
  }

  /** Behind inline code or passthrough: as many marks as opened it, on the same line. */
  #code(at: number, end: number, mark: string): number {
    const text = this.#text;
    let open = at;
    while (text[open] === mark) open++;
    const marks = text.slice(at, open);
    if (mark === '+' && (isAlphanumeric(text.charCodeAt(at - 1)) || isBlank(text.charCodeAt(open)))) return open;
    const close = text.slice(open, end).indexOf(marks);
    if (close < 0) return open;
    this.#handler.skipped?.(at, open + close + marks.length);
    return open + close + marks.length;
  }
}

function opensRawBlock(content: string): boolean {
  return '-.+/`'.includes(content.charAt(0) || 'x') && RAW_BLOCKS.some((mark) => isDelimiter(content, mark));
}

function isDelimiter(content: string, mark: string): boolean {
  if (!content.startsWith(mark)) return false;
  if (mark === '```') return !content.slice(3).includes('`');
  for (let i = 4; i < content.length; i++) if (content[i] !== mark[0]) return false;
  return true;
}

function isEscaped(text: string, at: number): boolean {
  const before = text[at - 1];
  return before === '\\' || (at > 0 && isAlphanumeric(before.charCodeAt(0)));
}
