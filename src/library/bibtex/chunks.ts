import type { OffsetRange } from '../../base/position';

/** What a stretch of a .bib text is. `text` is everything between entries, which BibTeX takes for a comment. */
export type ChunkKind = 'entry' | 'string' | 'preamble' | 'comment' | 'text';

/** A stretch of a .bib text. The chunks of a text join without gaps to the text. */
export interface Chunk extends OffsetRange {
  readonly kind: ChunkKind;
  /** False where the closing brace is missing; the chunk then ends before the next entry or at the end of the text. */
  readonly closed: boolean;
}

/** What starts an entry: `@`, a name, an opening brace or parenthesis. */
const START = /@[ \t]*([^\s{}()@,="'#%\\]{1,60})\s{0,20}([{(])/y;
/** How many entries may be quoted in one field, and how far behind the first of them the field may end. */
const MOST_QUOTED = 3;
const LONGEST_QUOTE = 20_000;
/** What follows the opening brace of an entry that is not just quoted in a field of another: a key and a comma. */
const KEY_FOLLOWS = /[ \t]*[^\s{}()=,"]{1,200}[ \t]*(?:,|=)/y;

/** So much text may stand before an entry in its line. */
const LONGEST_BEFORE = 200;

const PERCENT = 37;
const AT = 64;
const OPEN = 123;
const CLOSE = 125;
const QUOTE = 34;
const OPEN_PARENTHESIS = 40;
const CLOSE_PARENTHESIS = 41;

/**
 * Cuts a .bib text into chunks. An entry starts a line, maybe indented, or stands right after another; behind other text in a line it
 * is one where it has a key and nothing marks a comment before it. `@x{` inside a balanced
 * field starts nothing (unless several entries seem to be in there); an entry that lacks its closing brace ends where the next
 * one starts. As in BibTeX, a brace
 * counts whether or not a backslash stands before it. Linear in the length of the text.
 */
export function scanChunks(text: string): Chunk[] {
  return scanChunksFrom(text, 0, () => false);
}

/**
 * The chunks from an offset on where one starts, up to the first end of a chunk for which `isKnown` holds, or to the end of
 * the text.
 */
export function scanChunksFrom(text: string, from: number, isKnown: (offset: number) => boolean): Chunk[] {
  return new ChunkScanner(text).scan(from, isKnown);
}

class ChunkScanner {
  readonly #text: string;
  readonly #chunks: Chunk[] = [];
  /** Characters that may still be read in vain, looking for the end of an entry beyond what looks like the next one. */
  #lookahead: number;

  constructor(text: string) {
    this.#text = text;
    this.#lookahead = 4 * text.length + 1000;
  }

  scan(from: number, isKnown: (offset: number) => boolean): Chunk[] {
    let end = from;
    for (let at = this.#nextStart(end, end); at >= 0; at = this.#nextStart(end, end)) {
      this.#addText(end, at);
      if (at > end && isKnown(at)) return this.#chunks;
      end = this.#scanEntry(at);
      if (isKnown(end)) return this.#chunks;
    }
    this.#addText(end, this.#text.length);
    return this.#chunks;
  }

  #addText(start: number, end: number): void {
    if (end > start) this.#chunks.push({ kind: 'text', start, end, closed: true });
  }

  /** Offset of the next `@` that starts an entry. */
  #nextStart(from: number, previousEnd: number): number {
    for (let at = this.#text.indexOf('@', from); at >= 0; at = this.#text.indexOf('@', at + 1)) {
      if (this.#startsLine(at, previousEnd) ? this.#startsEntry(at) : this.#followsText(at, previousEnd)) return at;
    }
    return -1;
  }

  /** True where only spaces stand between the offset and the start of its line, or the end of the entry before it, or a separator. */
  #startsLine(at: number, previousEnd: number): boolean {
    let before = at - 1;
    while (before >= previousEnd && isBetween(this.#text.charCodeAt(before))) before--;
    if (before < previousEnd) return true;
    const code = this.#text.charCodeAt(before);
    return code === 10 || code === 13;
  }

  /** Whether an entry with a key starts behind the text of a line, as in `1. @book{a, …`; not behind a comment or in a word. */
  #followsText(at: number, previousEnd: number): boolean {
    if (!this.#startsEntry(at) || !this.#keyFollows()) return false;
    const text = this.#text;
    if (/[\p{L}\p{N}%_]/u.test(text[at - 1])) return false;
    for (let before = at - 1; before >= previousEnd; before--) {
      const code = text.charCodeAt(before);
      if (code === 10 || code === 13) return true;
      if (code === PERCENT || at - before > LONGEST_BEFORE) return false;
    }
    return true;
  }

  #startsEntry(at: number): boolean {
    START.lastIndex = at;
    return START.test(this.#text);
  }

  /** Adds the chunk of the entry that starts at an `@`; returns where it ends. */
  #scanEntry(start: number): number {
    START.lastIndex = start;
    const [opening, name, brace] = START.exec(this.#text)!;
    const kind = kindOf(name);
    const from = start + opening.length;
    const close =
      (kind === 'comment' ? this.#commentEnd(from, brace) : undefined) ?? this.#findClose(from, brace === '(');
    this.#chunks.push({ kind, start, end: close.end, closed: close.closed });
    return close.end;
  }

  /** Where a comment ends whose braces or parentheses match, whatever stands in it; JabRef and biber read no entry there. */
  #commentEnd(from: number, brace: string): { end: number; closed: boolean } | undefined {
    const [open, close] = brace === '{' ? [OPEN, CLOSE] : [OPEN_PARENTHESIS, CLOSE_PARENTHESIS];
    let depth = 1;
    for (let i = from; i < this.#text.length && --this.#lookahead > 0; i++) {
      const code = this.#text.charCodeAt(i);
      if (code === open) depth++;
      else if (code === close && --depth === 0) return { end: i + 1, closed: true };
    }
    return undefined;
  }

  /** Where the entry ends whose content starts at `from`. */
  #findClose(from: number, parenthesised: boolean): { end: number; closed: boolean } {
    const text = this.#text;
    let depth = 0;
    let quoted = false;
    let next = -1;
    let quotedEntries = 0;
    for (let i = from; i < text.length; i++) {
      switch (text.charCodeAt(i)) {
        case OPEN:
          depth++;
          break;
        case CLOSE:
          if (depth > 0) depth--;
          else if (!parenthesised) return { end: i + 1, closed: true };
          break;
        case CLOSE_PARENTHESIS:
          if (parenthesised && depth === 0 && !quoted) return { end: i + 1, closed: true };
          break;
        case QUOTE:
          if (depth === 0) quoted = !quoted;
          break;
        case AT: {
          if (!this.#startsLine(i, from) || !this.#startsEntry(i)) break;
          if (depth === 0 && !quoted) return { end: this.#trimmed(from, next < 0 ? i : next), closed: false };
          if (this.#keyFollows()) {
            quotedEntries++;
            if (next < 0) next = i;
          }
          break;
        }
      }
      if (next < 0) continue;
      if (--this.#lookahead < 0 || quotedEntries > MOST_QUOTED || i - next > LONGEST_QUOTE) break;
    }
    return { end: this.#trimmed(from, next < 0 ? text.length : next), closed: false };
  }

  /** Whether a key comes next, right after `#startsEntry` matched. */
  #keyFollows(): boolean {
    KEY_FOLLOWS.lastIndex = START.lastIndex;
    return KEY_FOLLOWS.test(this.#text);
  }

  /** The end of an unclosed chunk without the space after it. */
  #trimmed(from: number, end: number): number {
    let at = end;
    while (at > from && this.#text.charCodeAt(at - 1) <= 32) at--;
    return at;
  }
}

function kindOf(name: string): ChunkKind {
  switch (name.toLowerCase()) {
    case 'string':
      return 'string';
    case 'preamble':
      return 'preamble';
    case 'comment':
      return 'comment';
    default:
      return 'entry';
  }
}

/** Blanks, and what people put between entries. */
function isBetween(code: number): boolean {
  return code === 32 || code === 9 || code === 44 || code === 59;
}
