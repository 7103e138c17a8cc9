import { isLetter, lineEnd, oneOf } from '../shared/characters';
import type { OffsetRange } from '../../../base/position';
import { addressEnd } from './address';
import { attributesEnd } from './attributes';
import { blockStart, fenceEnd, type LineStart, opensProse, startsPlainText } from './blocks';
import { Containers } from './containers';
import { argumentStart, optionsEnd } from './directive';
import { BracketMap } from '../shared/bracketMap';
import { plainKeyEnd } from './key';
import { bracedKeyEnd, isInAddress, keyTokenAt } from './keyToken';
import { footnoteLabelEnd } from './footnoteLabel';
import type { MarkdownHandler } from './handler';
import { HtmlScanner } from './html';
import { definesLink, definitionEnd } from './linkDefinition';
import { metadataBlocks, proseFields } from './metadata';
import { ParagraphMap } from './paragraph';
import { ProseFences } from './proseFences';
import { roleNameBefore } from './roleName';
import { commandEnd, environmentAt, environmentEnd, verbatimEnd } from './rawTex';
import { Shortcodes } from './shortcode';

const isSpecial = oneOf('\n\\`<[];:@$({');

/**
 * Scans Markdown (CommonMark with Pandoc's and MyST's additions) once, left to right, and tells of all that a finder of
 * citations needs: keys, brackets, separators and ends of paragraphs in prose. Front matter, code, comments, HTML tags,
 * maths, addresses and link destinations are left out.
 */
export class MarkdownScanner {
  readonly #text: string;
  readonly #handler: MarkdownHandler;
  readonly #html: HtmlScanner;
  readonly #paragraph: ParagraphMap;
  #at = 0;
  /** Whether the line before was blank, so that an indented line is code. */
  #afterBlank = true;
  readonly #containers = new Containers();
  readonly #isMyst: boolean;
  readonly #braces: BracketMap;
  /** Brackets and braces, for the arguments of LaTeX's commands. */
  readonly #arguments: BracketMap;
  readonly #metadata: OffsetRange[];
  /** Environments of LaTeX that nothing ends. */
  readonly #unended = new Set<string>();
  readonly #proseFences: ProseFences;
  /** Whether the next line may be an option of a directive. */
  #optionsNext = false;
  readonly #shortcodes: Shortcodes;

  /** @param isMyst whether lines may be comments and breaks of MyST */
  constructor(text: string, handler: MarkdownHandler, isMyst = false) {
    this.#isMyst = isMyst;
    this.#text = text;
    this.#handler = handler;
    this.#html = new HtmlScanner(text);
    this.#paragraph = new ParagraphMap(text);
    this.#braces = new BracketMap(text, '{', lineEnd, 0);
    this.#arguments = new BracketMap(text, '[{');
    this.#metadata = metadataBlocks(text);
    this.#proseFences = new ProseFences(text);
    this.#shortcodes = new Shortcodes(text);
  }

  scan(): void {
    while (this.#at < this.#text.length && !this.#handler.done) {
      this.#lineStart();
      this.#inline();
    }
    this.#handler.paragraphEnd(this.#text.length);
  }

  #skipTo(end: number): void {
    if (end <= this.#at) return;
    this.#handler.skipped?.(this.#at, end);
    this.#at = end;
  }

  /** Handles what only counts at the start of a line; leaves `#at` where inline text goes on. */
  #lineStart(): void {
    const text = this.#text;
    for (let column = 0; this.#at < text.length;) {
      if (column === 0 && (this.#metadataBlock() || this.#directiveOptions())) continue;
      if (column === 0 && startsPlainText(text, this.#at)) return this.#startPlainText();
      const line = blockStart(text, this.#at, column);
      if (this.#afterBlank && line.kind !== 'blank') this.#containers.leave(line.indent);
      if (this.#afterBlank && line.kind !== 'blank' && line.kind !== 'fence' && this.#containers.isCode(line.indent)) {
        this.#skipTo(lineEnd(text, this.#at));
      } else if (line.kind === 'container') {
        this.#handler.paragraphEnd(this.#at);
        this.#afterBlank ||= this.#containers.isInside || line.isDefinition;
        this.#containers.enter(line.indent, line.column);
        this.#at = line.content;
        column = line.next;
        continue;
      } else if (line.kind === 'fence') {
        if (this.#fence(line.fence, line.content)) return;
        column = 0;
        continue;
      } else if (this.#fileDirective(line.content)) {
        column = 0;
        continue;
      } else if (line.kind === 'blank' || (this.#isMyst && isMystMark(text, line.content))) {
        this.#handler.paragraphEnd(this.#at);
        this.#afterBlank = true;
      } else {
        this.#startText(line, column > 0);
        return;
      }
      this.#at = lineEnd(text, this.#at) + 1;
      column = 0;
    }
  }

  /** Leaves out a fenced block, but for directives that hold prose. @returns whether text goes on in its line */
  #fence(fence: number, content: number): boolean {
    const end = lineEnd(this.#text, content);
    this.#handler.paragraphEnd(this.#at);
    const opened = this.#proseFences.take(fence, content + fence, end);
    if (opened === undefined) {
      this.#skipTo(fenceEnd(this.#text, content, fence));
      this.#afterBlank = true;
      return false;
    }
    this.#optionsNext = opened;
    const start = opened ? argumentStart(this.#text, content, end) : end;
    this.#skipTo(start < end ? start : Math.min(end + 1, this.#text.length));
    this.#afterBlank ||= start < end;
    return start < end;
  }

  /** A directive between colons that holds prose; its line is left out where it is given the path of a file there. */
  #fileDirective(content: number): boolean {
    const text = this.#text;
    if (!text.startsWith(':::', content)) return false;
    const end = lineEnd(text, content);
    let name = content;
    while (text.charCodeAt(name) === 58 /* : */) name++;
    this.#optionsNext = opensProse(text, name, end);
    if (!this.#optionsNext || argumentStart(text, content, end) < end) return false;
    this.#handler.paragraphEnd(this.#at);
    this.#skipTo(Math.min(end + 1, text.length));
    this.#afterBlank = true;
    return true;
  }

  /** Leaves out the options of a directive that was opened in the line before. */
  #directiveOptions(): boolean {
    if (!this.#optionsNext) return false;
    this.#optionsNext = false;
    const end = optionsEnd(this.#text, this.#at);
    if (end === this.#at) return false;
    this.#handler.paragraphEnd(this.#at);
    this.#skipTo(end);
    this.#afterBlank = true;
    return true;
  }

  /** The same for a line that begins with what can only be text. */
  #startPlainText(): void {
    if (!this.#afterBlank) return;
    this.#containers.leave(0);
    this.#afterBlank = false;
    this.#handler.paragraphEnd(this.#at);
  }

  /** @param startsItem whether it is the first text of a list's item or the like */
  #startText(line: Exclude<LineStart, { kind: 'container' | 'fence' | 'blank' }>, startsItem: boolean): void {
    const startsParagraph = this.#afterBlank || startsItem || line.kind === 'heading';
    // Behind a heading and a link's definition the next line starts anew.
    this.#afterBlank = line.kind === 'heading';
    if (startsParagraph) this.#handler.paragraphEnd(this.#at);
    if (line.kind === 'example') this.#handler.exampleLabel?.(this.#text.slice(line.content + 2, line.labelEnd));
    const definition = line.kind === 'definition' && startsParagraph && { start: line.content + 1, end: line.labelEnd };
    if (definition && definesLink(this.#text, definition)) {
      const label = this.#text.slice(definition.start, definition.end);
      if (label.startsWith('@')) this.#handler.linkLabel?.(label);
      this.#afterBlank = true;
      this.#skipTo(definitionEnd(this.#text, definition));
    } else if (line.kind === 'definition') this.#at = line.content;
    else this.#at = line.kind === 'example' ? line.labelEnd : line.content;
  }

  /** Leaves out a block of metadata that starts here, but for its fields that hold prose. */
  #metadataBlock(): boolean {
    while (this.#metadata.length > 0 && this.#metadata[0].start < this.#at) this.#metadata.shift();
    if (this.#metadata[0]?.start !== this.#at) return false;
    const block = this.#metadata.shift()!;
    this.#handler.paragraphEnd(this.#at);
    for (const field of proseFields(this.#text, block)) {
      this.#skipTo(field.start);
      while (this.#at < field.end) this.#inline();
      this.#handler.paragraphEnd(this.#at);
    }
    this.#skipTo(block.end);
    this.#afterBlank = true;
    return true;
  }

  /** Reads inline text up to and with the end of the line; constructs may reach over it. */
  #inline(): void {
    const text = this.#text;
    while (this.#at < text.length) {
      let at = this.#at;
      let code = text.charCodeAt(at);
      while (at < text.length && !isSpecial(code)) code = text.charCodeAt(++at);
      this.#at = at;
      switch (code) {
        case 10:
          this.#at++;
          return;
        case 92: // \
          this.#backslash();
          break;
        case 96: // `
          this.#codeSpan();
          if (this.#handler.done) return;
          break;
        case 60: // <
          this.#angle();
          break;
        case 123: // {
          this.#pass(this.#shortcodes.end(this.#at) || attributesEnd(text, this.#at));
          break;
        case 36: // $
          this.#maths();
          break;
        case 58: // :
          this.#pass(addressEnd(text, this.#at));
          break;
        case 91: // [
          this.#bracket();
          break;
        case 93: // ]
          this.#handler.close(this.#at++);
          break;
        case 40: // (
          this.#destination();
          break;
        case 59: // ;
          this.#handler.separator(this.#at++);
          break;
        case 64: // @
          if (this.#key() && this.#handler.done) return;
          break;
        default:
          this.#at++;
      }
    }
  }

  /** Leaves out what ends there; where that is here, it is only a character. */
  #pass(end: number): void {
    if (end > this.#at) this.#skipTo(end);
    else this.#at++;
  }

  /** An escaped character, or an environment or command of LaTeX, which is no Markdown (Pandoc manual, "raw_tex"). */
  #backslash(): void {
    const text = this.#text;
    const next = text.charCodeAt(this.#at + 1);
    if (next === 98 /* b */ && text.startsWith('\\begin{', this.#at)) {
      const name = environmentAt(text, this.#at + 7);
      const end = name && !this.#unended.has(name) ? environmentEnd(text, this.#at, name) : -1;
      if (end > 0) return this.#skipTo(end);
      if (name) this.#unended.add(name);
    }
    if (isLetter(next)) return this.#pass(verbatimEnd(text, this.#at) || commandEnd(text, this.#at, this.#arguments));
    this.#at += next === 10 ? 1 : 2;
  }

  /** An opening bracket; the label of a footnote is left out. */
  #bracket(): void {
    const end = footnoteLabelEnd(this.#text, this.#at);
    if (end > this.#at) this.#skipTo(end);
    else this.#handler.open(this.#at++);
  }

  #codeSpan(): void {
    const start = this.#at;
    const span = this.#paragraph.codeSpan(start);
    const role =
      span.closed && this.#handler.role && this.#text.charCodeAt(start - 1) === 125
        ? roleNameBefore(this.#text, start)
        : undefined;
    if (role !== undefined) {
      const bodyStart = start + span.ticks;
      this.#handler.role?.(start - role.length - 2, span.end, role, bodyStart, span.end - span.ticks);
    }
    if (span.closed) this.#skipTo(span.end);
    else this.#at = span.end;
  }

  #maths(): void {
    const end = this.#paragraph.mathsEnd(this.#at);
    if (end < 0) this.#at++;
    else this.#skipTo(end);
  }

  /** The destination of a link, in the parentheses behind its text. */
  #destination(): void {
    if (this.#text.charCodeAt(this.#at - 1) !== 93 /* ] */) {
      this.#at++;
      return;
    }
    const end = this.#paragraph.closingParenthesis(this.#at);
    if (end < 0) {
      this.#at++;
      return;
    }
    this.#handler.destination?.(this.#at, end);
    this.#skipTo(end);
  }

  #angle(): void {
    const end = this.#html.end(this.#at);
    if (end > this.#at) this.#handler.html?.(this.#at, end);
    this.#pass(end);
  }

  /** @returns whether the handler was told of a key */
  #key(): boolean {
    const text = this.#text;
    const at = this.#at;
    const braced = text.charCodeAt(at + 1) === 123; /* { */
    const keyEnd = braced ? bracedKeyEnd(text, at, this.#braces) : plainKeyEnd(text, at + 1);
    if (keyEnd < 0) {
      this.#at++;
      return false;
    }
    const end = braced ? keyEnd + 1 : keyEnd;
    this.#at = end;
    if (isInAddress(text, at, end)) return false;
    this.#handler.key(keyTokenAt(text, at, keyEnd, braced));
    return true;
  }
}

/** A comment of MyST, `% …`, or the break of a block, `+++`. */
function isMystMark(text: string, at: number): boolean {
  return text.charCodeAt(at) === 37 /* % */ || text.startsWith('+++', at);
}
