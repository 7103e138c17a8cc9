import type { OffsetRange } from '../../../base/position';
import { BracketMap, paragraphEnd } from '../shared/bracketMap';
import { isAlphanumeric, isLetter, isSpace, lineEnd, oneOf } from '../shared/characters';
import { readCiteCall, type CiteCall } from './call';
import { labelEnd, referenceEnd } from './label';

/** What a scan of Typst tells of, in the order of the text. */
export interface TypstHandler {
  /** Whether enough is found: the scan then ends. */
  readonly done?: boolean;
  /** `@key[supplement]` in markup. */
  reference(start: number, end: number, key: OffsetRange, supplement: OffsetRange | undefined): void;
  /** `#cite(…)` in markup, or `cite(…)` in code. */
  call(call: CiteCall, inMarkup: boolean): void;
  /** `<label>` in markup, which names what stands before it. */
  label?(key: OffsetRange): void;
  skipped?(start: number, end: number): void;
}

/** What the text between two brackets is, and what ends it. `line`: a statement such as `#let`, up to the line's end. */
interface Frame {
  readonly code: boolean;
  readonly close: ']' | ')' | '}' | 'line';
}

/** Keywords whose statement goes on to the end of the line. */
const STATEMENTS = new Set('let set show import include if for while return context'.split(' '));

/** Characters that may mean something in markup. */
const isSpecial = oneOf('\\h<@#[]/`$');

/** Scans Typst once, left to right, keeping apart markup and code (Typst reference, "Syntax"). */
export class TypstScanner {
  readonly #text: string;
  readonly #handler: TypstHandler;
  readonly #brackets: BracketMap;
  readonly #frames: Frame[] = [];
  /** End of the paragraph last looked at for maths, and up to where no `$` closes any. */
  #paragraphEnd = 0;
  #noMaths = 0;

  constructor(text: string, handler: TypstHandler) {
    this.#text = text;
    this.#handler = handler;
    this.#brackets = new BracketMap(text);
  }

  scan(): void {
    const text = this.#text;
    for (let at = 0; at < text.length && !this.#handler.done;) {
      if (!this.#frames.at(-1)?.code) {
        while (at < text.length && !isSpecial(text.charCodeAt(at))) at++;
        if (at >= text.length) return;
      }
      const end = this.#shared(at);
      if (end > at) at = end;
      else if (this.#frames.at(-1)?.code) at = this.#code(at);
      else at = this.#markup(at);
    }
  }

  /** Comments, raw text and maths, which markup and code both have; `at` where none starts. */
  #shared(at: number): number {
    const text = this.#text;
    switch (text.charCodeAt(at)) {
      case 47: // /
        if (text[at + 1] === '/') return this.#skip(at, lineEnd(text, at));
        if (text[at + 1] === '*') return this.#skip(at, commentEnd(text, at));
        return at + 1;
      case 96: // `
        return this.#skip(at, rawEnd(text, at));
      case 36: // $
        return this.#maths(at);
      default:
        return at;
    }
  }

  #skip(start: number, end: number): number {
    this.#handler.skipped?.(start, end);
    return end;
  }

  #maths(at: number): number {
    if (at < this.#noMaths) return at + 1;
    if (at >= this.#paragraphEnd) this.#paragraphEnd = paragraphEnd(this.#text, at);
    const end = this.#paragraphEnd;
    for (let i = at + 1; i < end; i++) {
      if (this.#text[i] === '\\') i++;
      else if (this.#text[i] === '$') return this.#skip(at, i + 1);
    }
    this.#noMaths = end;
    return at + 1;
  }

  #markup(at: number): number {
    const text = this.#text;
    switch (text.charCodeAt(at)) {
      case 92: // \
        return at + 2;
      case 104: // h
        return this.#address(at);
      case 60: // <
        return this.#label(at);
      case 64: // @
        return this.#reference(at);
      case 35: // #
        return this.#hash(at + 1);
      case 91: // [
        this.#frames.push({ code: false, close: ']' });
        return at + 1;
      case 93: // ]
        return this.#closeMarkup(at);
      default:
        return at + 1;
    }
  }

  #closeMarkup(at: number): number {
    if (this.#frames.length === 0) return at + 1;
    this.#frames.pop();
    return this.#chain(at + 1);
  }

  #address(at: number): number {
    const text = this.#text;
    if (!text.startsWith('http://', at) && !text.startsWith('https://', at)) return at + 1;
    let end = at;
    while (end < text.length && !isSpace(text.charCodeAt(end)) && !'[]()<>"'.includes(text[end])) end++;
    return this.#skip(at, end);
  }

  #label(at: number): number {
    const end = labelEnd(this.#text, at + 1);
    if (end === at + 1 || this.#text[end] !== '>') return at + 1;
    this.#handler.label?.({ start: at + 1, end });
    return end + 1;
  }

  #reference(at: number): number {
    const text = this.#text;
    const end = referenceEnd(text, at + 1);
    if (end === at + 1) return at + 1;
    if (isMailAddress(text, at, end)) return end;
    const key = { start: at + 1, end };
    const close = text[end] === '[' ? this.#brackets.close(end) : -1;
    const supplement = close < 0 ? undefined : { start: end + 1, end: close };
    const stop = close < 0 ? end : close + 1;
    this.#handler.reference(at, stop, key, supplement);
    return stop;
  }

  /** What follows a `#` in markup: code. */
  #hash(at: number): number {
    const text = this.#text;
    if (!isLetter(text.charCodeAt(at)) && text[at] !== '_') return this.#open(at) ?? this.#string(at);
    const end = identifierEnd(text, at);
    const name = text.slice(at, end);
    if (name === 'cite') {
      const call = readCiteCall(text, at - 1, end, this.#brackets);
      if (call) {
        this.#handler.call(call, true);
        return call.range.end;
      }
    }
    if (STATEMENTS.has(name)) {
      this.#frames.push({ code: true, close: 'line' });
      return end;
    }
    return this.#chain(end);
  }

  /** What goes on an expression without a space: fields, arguments, content. */
  #chain(from: number): number {
    const text = this.#text;
    let at = from;
    while (text[at] === '.' && (isLetter(text.charCodeAt(at + 1)) || text[at + 1] === '_')) {
      at = identifierEnd(text, at + 1);
    }
    return text[at] === '(' || text[at] === '[' ? (this.#open(at) ?? at) : at;
  }

  #open(at: number): number | undefined {
    const c = this.#text[at];
    if (c === '(') this.#frames.push({ code: true, close: ')' });
    else if (c === '{') this.#frames.push({ code: true, close: '}' });
    else if (c === '[') this.#frames.push({ code: false, close: ']' });
    else return undefined;
    return at + 1;
  }

  #string(at: number): number {
    return this.#text[at] === '"' ? this.#skip(at, stringEnd(this.#text, at)) : at;
  }

  #code(at: number): number {
    const text = this.#text;
    const c = text[at];
    if (c === '"') return this.#string(at);
    if (c === '[' || c === '(' || c === '{') return this.#open(at) ?? at + 1;
    if (c === ']' || c === ')' || c === '}') return this.#closeCode(at, c);
    if (c === '\n' || c === ';') {
      if (this.#frames[this.#frames.length - 1].close === 'line') this.#frames.pop();
      return at + 1;
    }
    if (!isLetter(text.charCodeAt(at)) && c !== '_') return at + 1;
    const end = identifierEnd(text, at);
    if (end - at === 4 && text.startsWith('cite', at) && text[at - 1] !== '.') {
      const call = readCiteCall(text, at, end, this.#brackets);
      if (call) {
        this.#handler.call(call, false);
        return call.range.end;
      }
    }
    return end;
  }

  /** A closing bracket ends its own frame and any statement inside; one that fits none is passed over. */
  #closeCode(at: number, c: ']' | ')' | '}'): number {
    const frames = this.#frames;
    if (frames[frames.length - 1].close === 'line' && frames.length > 1) frames.pop();
    if (frames[frames.length - 1].close !== c) return at + 1;
    frames.pop();
    return frames.at(-1)?.code ? at + 1 : this.#chain(at + 1);
  }
}

/** Behind the block comment at `at`; they nest. */
function commentEnd(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length - 1; i++) {
    const pair = text.charCodeAt(i) * 256 + text.charCodeAt(i + 1);
    if (pair === 47 * 256 + 42) depth++;
    else if (pair !== 42 * 256 + 47) continue;
    else if (--depth === 0) return i + 2;
    i++;
  }
  return text.length;
}

/** Behind the raw text at `at`: as many backticks as opened it; two are empty raw text; unclosed it goes to the end. */
function rawEnd(text: string, at: number): number {
  let end = at;
  while (text[end] === '`') end++;
  const ticks = end - at;
  if (ticks === 2) return end;
  for (let found = 0; end < text.length && found < ticks; end++) found = text[end] === '`' ? found + 1 : 0;
  return end;
}

function stringEnd(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '"') return i + 1;
  }
  return text.length;
}

function identifierEnd(text: string, at: number): number {
  let end = at;
  while (isAlphanumeric(text.charCodeAt(end)) || text[end] === '_' || text[end] === '-') end++;
  return end;
}

/** `someone@server.org`: a word before the `@`, and behind it a name that ends in a domain's letters. */
function isMailAddress(text: string, at: number, end: number): boolean {
  if (!isAlphanumeric(text.charCodeAt(at - 1))) return false;
  const dot = text.slice(at + 1, end).lastIndexOf('.');
  if (dot <= 0 || end - (at + dot + 2) < 2) return false;
  for (let i = at + dot + 2; i < end; i++) if (!isLetter(text.charCodeAt(i))) return false;
  return true;
}
