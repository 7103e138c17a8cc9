import { codeAt, lineEnd } from '../shared/characters';
import type { OffsetRange } from '../../../base/position';
import { blockStart, fenceEnd, type LineStart, opensProse, startsPlainText } from './blocks';
import { cellCaptions } from './cellCaptions';
import { Containers } from './containers';
import { argumentStart, optionsEnd } from './directive';
import type { MarkdownHandler } from './handler';
import { InlineScanner } from './inline';
import { definesLink, definitionEnd } from './linkDefinition';
import { metadataBlocks, proseFields } from './metadata';
import { ProseFences } from './proseFences';

/**
 * Scans Markdown (CommonMark with Pandoc's and MyST's additions) once, left to right, and tells of all that a finder of
 * citations needs: keys, brackets, separators and ends of paragraphs in prose. Front matter, code, comments, HTML tags,
 * maths, addresses and link destinations are left out.
 */
export class MarkdownScanner {
  readonly #text: string;
  readonly #handler: MarkdownHandler;
  readonly #inline: InlineScanner;
  /** Whether the line before was blank, so that an indented line is code. */
  #afterBlank = true;
  readonly #containers = new Containers();
  readonly #isMyst: boolean;
  readonly #metadata: OffsetRange[];
  /** Where the next of them starts. */
  #nextMetadata: number;
  /** Whether a bracket at the start of a line may define a link or a footnote. */
  readonly #mayDefine: boolean;
  readonly #proseFences: ProseFences;
  /** Whether the paragraph began with a numbered example, so that more of them may follow. */
  #inExamples = false;
  /** Whether the next line may be an option of a directive. */
  #optionsNext = false;

  /** @param isMyst whether lines may be comments and breaks of MyST */
  constructor(text: string, handler: MarkdownHandler, isMyst = false) {
    this.#isMyst = isMyst;
    this.#text = text;
    this.#handler = handler;
    this.#inline = new InlineScanner(text, handler);
    this.#metadata = metadataBlocks(text);
    this.#nextMetadata = this.#metadata.length > 0 ? this.#metadata[0].start : Infinity;
    this.#mayDefine = text.includes(']:');
    this.#proseFences = new ProseFences(text);
  }

  scan(): void {
    while (this.#inline.at < this.#text.length && !this.#handler.isDone?.()) {
      this.#lineStart();
      this.#inline.readLine();
    }
    this.#handler.paragraphEnd(this.#text.length);
  }

  /** Handles what only counts at the start of a line; leaves off where inline text goes on. */
  #lineStart(): void {
    const text = this.#text;
    for (let column = 0; this.#inline.at < text.length;) {
      if (column === 0) {
        const { at } = this.#inline;
        if ((at >= this.#nextMetadata && this.#metadataBlock()) || this.#directiveOptions()) continue;
        const isPlain = startsPlainText(text, at) || (!this.#mayDefine && text.charCodeAt(at) === 91); /* [ */
        if (isPlain) return this.#startPlainText();
      }
      const line = blockStart(text, this.#inline.at, column);
      if (this.#afterBlank && line.kind !== 'blank') this.#containers.leave(line.indent);
      if (this.#afterBlank && line.kind !== 'blank' && line.kind !== 'fence' && this.#containers.isCode(line.indent)) {
        this.#inline.skipTo(lineEnd(text, this.#inline.at));
      } else if (line.kind === 'container') {
        this.#handler.paragraphEnd(this.#inline.at);
        this.#afterBlank ||= this.#containers.isInside || line.isDefinition;
        this.#containers.enter(line.indent, line.column);
        this.#inline.at = line.content;
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
        this.#handler.paragraphEnd(this.#inline.at);
        this.#afterBlank = true;
      } else {
        this.#startText(line, column > 0);
        return;
      }
      this.#inline.at = lineEnd(text, this.#inline.at) + 1;
      column = 0;
    }
  }

  /** Leaves out a fenced block, but for directives that hold prose. @returns whether text goes on in its line */
  #fence(fence: number, content: number): boolean {
    const end = lineEnd(this.#text, content);
    this.#handler.paragraphEnd(this.#inline.at);
    const opened = this.#proseFences.take(fence, content + fence, end);
    if (opened === undefined) {
      const stop = fenceEnd(this.#text, content, fence);
      for (const lines of cellCaptions(this.#text, content + fence, stop)) this.#readLines(lines);
      this.#inline.skipTo(stop);
      this.#afterBlank = true;
      return false;
    }
    this.#optionsNext = opened;
    const start = opened ? argumentStart(this.#text, content, end) : end;
    this.#inline.skipTo(start < end ? start : Math.min(end + 1, this.#text.length));
    this.#afterBlank ||= start < end;
    return start < end;
  }

  /** Reads lines that are prose among others that are none. */
  #readLines(lines: readonly OffsetRange[]): void {
    for (const { start, end } of lines) {
      this.#inline.skipTo(start);
      while (this.#inline.at < end) this.#inline.readLine();
    }
    this.#handler.paragraphEnd(this.#inline.at);
  }

  /** A directive between colons that holds prose; its line is left out where it is given the path of a file there. */
  #fileDirective(content: number): boolean {
    const text = this.#text;
    if (!text.startsWith(':::', content)) return false;
    const end = lineEnd(text, content);
    let name = content;
    while (codeAt(text, name) === 58 /* : */) name++;
    this.#optionsNext = opensProse(text, name, end);
    if (!this.#optionsNext || argumentStart(text, content, end) < end) return false;
    this.#handler.paragraphEnd(this.#inline.at);
    this.#inline.skipTo(Math.min(end + 1, text.length));
    this.#afterBlank = true;
    return true;
  }

  /** Leaves out the options of a directive that was opened in the line before. */
  #directiveOptions(): boolean {
    if (!this.#optionsNext) return false;
    this.#optionsNext = false;
    const end = optionsEnd(this.#text, this.#inline.at);
    if (end === this.#inline.at) return false;
    this.#handler.paragraphEnd(this.#inline.at);
    this.#inline.skipTo(end);
    this.#afterBlank = true;
    return true;
  }

  /** The same for a line that begins with what can only be text. */
  #startPlainText(): void {
    if (!this.#afterBlank) return;
    this.#containers.leave(0);
    this.#afterBlank = false;
    this.#inExamples = false;
    this.#handler.paragraphEnd(this.#inline.at);
  }

  /** @param startsItem whether it is the first text of a list's item or the like */
  #startText(line: Exclude<LineStart, { kind: 'container' | 'fence' | 'blank' }>, startsItem: boolean): void {
    const startsParagraph = this.#afterBlank || startsItem || line.kind === 'heading';
    // Behind a heading and a link's definition the next line starts anew.
    this.#afterBlank = line.kind === 'heading';
    if (startsParagraph) this.#handler.paragraphEnd(this.#inline.at);
    // A list begins no sooner than a paragraph does; what looks like an item in the middle of one cites.
    const isExample = line.kind === 'example' && (startsParagraph || this.#inExamples);
    if (startsParagraph) this.#inExamples = isExample;
    if (isExample) this.#handler.exampleLabel?.(this.#text.slice(line.content + 2, line.labelEnd));
    const definition = line.kind === 'definition' && startsParagraph && { start: line.content + 1, end: line.labelEnd };
    if (definition && definesLink(this.#text, definition)) {
      const label = this.#text.slice(definition.start, definition.end);
      if (label.startsWith('@')) this.#handler.linkLabel?.(label);
      this.#afterBlank = true;
      const end = definitionEnd(this.#text, definition);
      this.#handler.definition?.(definition.end + 2, end);
      this.#inline.skipTo(end);
    } else if (line.kind === 'definition') this.#inline.at = line.content;
    else this.#inline.at = isExample ? line.labelEnd : line.content;
  }

  /** Leaves out a block of metadata that starts here, but for its fields that hold prose. */
  #metadataBlock(): boolean {
    const blocks = this.#metadata;
    while (blocks.length > 0 && blocks[0].start < this.#inline.at) blocks.shift();
    const block = blocks[0]?.start === this.#inline.at ? blocks.shift() : undefined;
    this.#nextMetadata = blocks.length > 0 ? blocks[0].start : Infinity;
    if (!block) return false;
    this.#handler.paragraphEnd(this.#inline.at);
    for (const field of proseFields(this.#text, block)) this.#readLines([field]);
    this.#inline.skipTo(block.end);
    this.#afterBlank = true;
    return true;
  }
}

/** A comment of MyST, `% …`, or the break of a block, `+++`. */
function isMystMark(text: string, at: number): boolean {
  return codeAt(text, at) === 37 /* % */ || text.startsWith('+++', at);
}
