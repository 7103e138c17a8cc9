import { codeAt, isLetter, lineEnd, oneOf } from '../shared/characters';
import { BracketMap } from '../shared/bracketMap';
import { addressEnd } from './address';
import { attributesEnd } from './attributes';
import { Flags } from './flags';
import { footnoteLabelEnd } from './footnoteLabel';
import type { MarkdownHandler } from './handler';
import { HtmlScanner } from './html';
import { plainKeyEnd } from './key';
import { bracedKeyEnd, isInAddress, keyTokenAt } from './keyToken';
import { ParagraphMap } from './paragraph';
import { commandEnd, environmentAt, environmentEnd, verbatimEnd } from './rawTex';
import { roleNameBefore } from './roleName';
import { Shortcodes } from './shortcode';

const isSpecial = oneOf('\n\\`<[];:@$({');

/** Scans the inline text of Markdown, a line at a time, and tells of the keys, brackets and separators in it. */
export class InlineScanner {
  /** Where the scan is in the text. */
  at = 0;
  readonly #text: string;
  readonly #handler: MarkdownHandler;
  readonly #html: HtmlScanner;
  readonly #paragraph: ParagraphMap;
  readonly #braces: BracketMap;
  /** Brackets and braces, for the arguments of LaTeX's commands. */
  readonly #arguments: BracketMap;
  /** Environments of LaTeX that nothing ends. */
  readonly #unended = new Set<string>();
  readonly #shortcodes: Shortcodes;
  /** Of the open brackets, whether each begins a note, `^[…]`. */
  readonly #areNotes = new Flags();
  /** Behind the bracket that was closed last and may have held the text of a link. */
  #linkTextEnd = -1;

  constructor(text: string, handler: MarkdownHandler) {
    this.#text = text;
    this.#handler = handler;
    this.#html = new HtmlScanner(text);
    this.#paragraph = new ParagraphMap(text);
    this.#braces = new BracketMap(text, '{', lineEnd, 0);
    this.#arguments = new BracketMap(text, '[{');
    this.#shortcodes = new Shortcodes(text);
  }

  /** Goes on behind what is no prose. */
  skipTo(end: number): void {
    if (end <= this.at) return;
    this.#handler.skipped?.(this.at, end);
    this.at = end;
  }

  /** Reads up to and with the end of the line; constructs may reach over it. */
  readLine(): void {
    const text = this.#text;
    while (this.at < text.length) {
      let at = this.at;
      let code = 0;
      while (at < text.length && !isSpecial((code = text.charCodeAt(at)))) at++;
      this.at = at;
      if (at === text.length) return;
      switch (code) {
        case 10:
          this.at++;
          return;
        case 92: // \
          this.#backslash();
          break;
        case 96: // `
          this.#codeSpan();
          if (this.#handler.isDone?.()) return;
          break;
        case 60: // <
          this.#angle();
          if (this.#handler.isDone?.()) return;
          break;
        case 123: // {
          this.#pass(this.#shortcodes.end(this.at) || attributesEnd(text, this.at));
          break;
        case 36: // $
          this.#maths();
          break;
        case 58: // :
          this.#pass(addressEnd(text, this.at));
          break;
        case 91: // [
          this.#bracket();
          if (this.#handler.isDone?.()) return;
          break;
        case 93: // ]
          this.#closeBracket();
          break;
        case 40: // (
          this.#destination();
          if (this.#handler.isDone?.()) return;
          break;
        case 59: // ;
          this.#handler.separator(this.at++);
          break;
        case 64: // @
          if (this.#key() && this.#handler.isDone?.()) return;
          break;
        default:
          this.at++;
      }
    }
  }

  /** Leaves out what ends there; where that is here, it is only a character. */
  #pass(end: number): void {
    if (end > this.at) this.skipTo(end);
    else this.at++;
  }

  /** An escaped character, or an environment or command of LaTeX, which is no Markdown (Pandoc manual, "raw_tex"). */
  #backslash(): void {
    const text = this.#text;
    const next = codeAt(text, this.at + 1);
    if (next === 98 /* b */ && text.startsWith('\\begin{', this.at)) {
      const name = environmentAt(text, this.at + 7);
      const end = name && !this.#unended.has(name) ? environmentEnd(text, this.at, name) : -1;
      if (end > 0) return this.skipTo(end);
      if (name) this.#unended.add(name);
    }
    if (isLetter(next)) return this.#pass(verbatimEnd(text, this.at) || commandEnd(text, this.at, this.#arguments));
    this.at += next === 10 ? 1 : 2;
  }

  /** An opening bracket; the label of a footnote is left out. */
  #bracket(): void {
    const end = footnoteLabelEnd(this.#text, this.at);
    if (end > this.at) return this.skipTo(end);
    this.#areNotes.push(codeAt(this.#text, this.at - 1) === 94 /* ^ */);
    this.#handler.open(this.at++);
  }

  #closeBracket(): void {
    if (this.#areNotes.pop() === false) this.#linkTextEnd = this.at + 1;
    this.#handler.close(this.at++);
  }

  #codeSpan(): void {
    const start = this.at;
    const span = this.#paragraph.codeSpan(start);
    const role =
      span.closed && this.#handler.role && codeAt(this.#text, start - 1) === 125
        ? roleNameBefore(this.#text, start)
        : undefined;
    if (role !== undefined) {
      const bodyStart = start + span.ticks;
      this.#handler.role?.(start - role.length - 2, span.end, role, bodyStart, span.end - span.ticks);
    }
    if (span.closed) this.skipTo(span.end);
    else this.at = span.end;
  }

  #maths(): void {
    const end = this.#paragraph.mathsEnd(this.at);
    if (end < 0) this.at++;
    else this.skipTo(end);
  }

  /** The destination of a link, in the parentheses behind its text; behind a note there is none. */
  #destination(): void {
    if (this.#linkTextEnd !== this.at) {
      this.at++;
      return;
    }
    const end = this.#paragraph.closingParenthesis(this.at);
    if (end < 0) {
      this.at++;
      return;
    }
    this.#handler.destination?.(this.at, end);
    this.skipTo(end);
  }

  #angle(): void {
    const end = this.#html.end(this.at);
    if (end > this.at) this.#handler.html?.(this.at, end);
    this.#pass(end);
  }

  /** @returns whether the handler was told of a key */
  #key(): boolean {
    const text = this.#text;
    const at = this.at;
    const braced = codeAt(text, at + 1) === 123; /* { */
    const keyEnd = braced ? bracedKeyEnd(text, at, this.#braces) : plainKeyEnd(text, at + 1);
    if (keyEnd < 0) {
      this.at++;
      return false;
    }
    const end = braced ? keyEnd + 1 : keyEnd;
    this.at = end;
    if (isInAddress(text, at, end)) return false;
    this.#handler.key(keyTokenAt(text, at, keyEnd, braced));
    return true;
  }
}
