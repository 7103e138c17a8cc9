import { BracketMap } from '../shared/bracketMap';
import { codeAt, lineEnd, NEWLINE, oneOf, skipSpace, startsCite } from '../shared/characters';
import { labelAt, labelledKey, LONGEST, mayCite, readCiteCall, readLabelCall } from './call';
import { ARGUMENTS, BLOCK, BLOCKS, Frames, MARKUP, OUTSIDE, STATEMENT } from './frames';
import type { TypstHandler } from './handler';
import { HiddenBranches } from './hiddenBranches';
import { labelEnd, referenceEnd } from './label';
import {
  addressEnd,
  GREATER,
  BRACKET,
  BRACKET_CLOSE,
  PARENTHESIS,
  PARENTHESIS_CLOSE,
  BRACE,
  BRACE_CLOSE,
  COLON,
  QUOTE,
  DOT,
  SEMICOLON,
  SLASH,
  BACKSLASH,
  TICK,
  DOLLAR,
  commentEnd,
  identifierEnd,
  isInName,
  isMailAddress,
  rawEnd,
  startsIdentifier,
  stringEnd,
} from './lexemes';
import { MathsMap } from './maths';

/** Keywords whose statement goes on to the end of the line. */
const STATEMENTS = new Set('let set show import include if for while return context'.split(' '));

/** The length of `#include` and `#context`. */
const LONGEST_STATEMENT = 7;

/** Those that end with their last block. */
const WITH_BLOCKS = new Set(['if', 'for', 'while', 'context']);

/** Characters that may mean something in markup. */
const isSpecial = oneOf('\\h<@#[]/`$');
/** Characters that may mean something in code; a word can be the name `cite`. */
const isSpecialInCode = oneOf('/`$"[({])}\n;cra');

/** Scans Typst once, left to right, keeping apart markup and code (Typst reference, "Syntax"). */
export class TypstScanner {
  readonly #text: string;
  readonly #handler: TypstHandler;
  readonly #brackets: BracketMap;
  readonly #hidden: HiddenBranches;
  readonly #maths: MathsMap;
  /** The brackets and statements around what is read. */
  readonly #frames = new Frames();
  /** Whether the handler has enough. */
  #done = false;

  constructor(text: string, handler: TypstHandler) {
    this.#text = text;
    this.#handler = handler;
    this.#brackets = new BracketMap(text);
    this.#hidden = new HiddenBranches(text);
    this.#maths = new MathsMap(text);
  }

  scan(): void {
    const length = this.#text.length;
    for (let at = 0; at < length && !this.#done;) at = this.#frames.isCode ? this.#code(at) : this.#markup(at);
  }

  /** A comment, which markup and code both have, or only a slash. */
  #slash(at: number): number {
    const next = codeAt(this.#text, at + 1);
    if (next === SLASH) return this.#skip(at, lineEnd(this.#text, at));
    if (next === 42 /* * */) return this.#skip(at, commentEnd(this.#text, at));
    return at + 1;
  }

  #skip(start: number, end: number): number {
    this.#handler.skipped?.(start, end);
    return end;
  }

  /** Skips what there is to skip, or only the character. */
  #skipSome(start: number, end: number | undefined): number {
    return end === undefined ? start + 1 : this.#skip(start, end);
  }

  /** Reads markup up to the next thing that means something, and that. */
  #markup(from: number): number {
    const text = this.#text;
    let at = from;
    while (at < text.length && !isSpecial(text.charCodeAt(at))) at++;
    switch (text.charCodeAt(at)) {
      case BACKSLASH:
        return at + 2;
      case SLASH:
        return this.#slash(at);
      case TICK:
        return this.#skip(at, rawEnd(text, at));
      case DOLLAR:
        return this.#skipSome(at, this.#maths.end(at));
      case 104: // h
        return this.#skipSome(at, addressEnd(text, at));
      case 60: // <
        return this.#label(at);
      case 64: // @
        return this.#reference(at);
      case 35: // #
        return this.#hash(at + 1);
      case BRACKET:
        this.#frames.push(MARKUP);
        return at + 1;
      case BRACKET_CLOSE:
        return this.#closeMarkup(at);
      default:
        return at + 1;
    }
  }

  #closeMarkup(at: number): number {
    if (this.#frames.innermost === OUTSIDE) return at + 1;
    this.#frames.pop();
    return this.#behindBlock(at + 1) ?? this.#chain(at + 1);
  }

  /** Where a statement goes on behind one of its blocks; undefined where the text does, or what ends is no block of a statement. */
  #behindBlock(at: number): number | undefined {
    if (this.#frames.innermost !== BLOCKS) return undefined;
    const next = skipSpace(this.#text, at);
    const end = identifierEnd(this.#text, next);
    if (end - next === 4 && this.#text.startsWith('else', next)) return end;
    this.#frames.pop();
    return undefined;
  }

  #label(at: number): number {
    const end = labelEnd(this.#text, at + 1);
    if (end === at + 1 || codeAt(this.#text, end) !== GREATER) return at + 1;
    this.#handler.label?.({ start: at + 1, end });
    return end + 1;
  }

  #reference(at: number): number {
    const text = this.#text;
    const end = referenceEnd(text, at + 1);
    if (end === at + 1) return at + 1;
    if (isMailAddress(text, at, end)) return end;
    const key = { start: at + 1, end };
    const close = codeAt(text, end) === BRACKET ? this.#brackets.close(end) : -1;
    const supplement = close < 0 ? undefined : { start: end + 1, end: close };
    const stop = close < 0 ? end : close + 1;
    this.#handler.reference(at, stop, key, supplement);
    this.#done = this.#handler.isDone?.() ?? false;
    return mayCite(text, supplement) ? end : stop;
  }

  /** What follows a `#` in markup: code. */
  #hash(at: number): number {
    const text = this.#text;
    if (!startsIdentifier(codeAt(text, at))) return this.#open(at) ?? this.#string(at);
    const end = identifierEnd(text, at);
    const behind = this.#call(at - 1, at, end);
    if (behind > end) return behind;
    const label = readLabelCall(text, at, end);
    if (label) {
      this.#handler.label?.(label.keyRange);
      return label.end;
    }
    // What was no call of `cite` is no statement either.
    const mayStart = end - at <= LONGEST_STATEMENT && !(end - at === 4 && startsCite(text, at));
    const name = mayStart ? text.slice(at, end) : '';
    if (!STATEMENTS.has(name)) return this.#chain(end);
    if (name === 'if') this.#hidden.behindIf(end);
    this.#frames.push(WITH_BLOCKS.has(name) ? BLOCKS : STATEMENT);
    return end;
  }

  /**
   * Behind the call of `cite` whose name is between `at` and `end`, or `end` where it is another name or no citation. The
   * call starts before its name in markup.
   */
  #call(start: number, at: number, end: number): number {
    const text = this.#text;
    const cites = end - at === 4 ? startsCite(text, at) : end - at === 3 && text.startsWith('ref', at);
    if (!cites) return end;
    const call = readCiteCall(this.#text, start, end, this.#brackets);
    if (!call) return end;
    this.#handler.call(call, start < at);
    this.#done = this.#handler.isDone?.() ?? false;
    if (codeAt(text, (call.supplement?.start ?? 0) - 1) !== BRACKET || !mayCite(text, call.supplement))
      return call.range.end;
    this.#frames.push(ARGUMENTS);
    return end + 1;
  }

  /** `attribution: <key>`, the argument of a quote that cites where it is a label (Typst reference, `quote`). */
  #attribution(at: number): number {
    const text = this.#text;
    const end = identifierEnd(text, at);
    if (end - at !== 11 || this.#frames.innermost !== ARGUMENTS || !text.startsWith('attribution', at)) return end;
    const colon = skipSpace(text, end, end + 100);
    const start = codeAt(text, colon) === COLON ? skipSpace(text, colon + 1, colon + 100) : -1;
    const stop = start > 0 ? labelAt(text, start, Math.min(text.length, start + LONGEST)) : -1;
    if (stop < 0) return end;
    const range = { start, end: stop };
    this.#handler.call({ range, ...labelledKey(text, range), labelRange: range, form: 'parenthetical' }, false);
    this.#done = this.#handler.isDone?.() ?? false;
    return stop;
  }

  /** What goes on an expression without a space: fields, arguments, content. */
  #chain(from: number): number {
    const text = this.#text;
    let at = from;
    while (codeAt(text, at) === DOT && startsIdentifier(codeAt(text, at + 1))) {
      at = identifierEnd(text, at + 1);
    }
    const code = codeAt(text, at);
    return code === PARENTHESIS || code === BRACKET ? (this.#open(at) ?? at) : at;
  }

  #open(at: number): number | undefined {
    const hidden = this.#hidden.end(at);
    if (hidden !== undefined) {
      this.#skip(at, hidden);
      return this.#behindBlock(hidden) ?? hidden;
    }
    switch (codeAt(this.#text, at)) {
      case PARENTHESIS:
        this.#frames.push(ARGUMENTS);
        return at + 1;
      case BRACE:
        this.#frames.push(BLOCK);
        return at + 1;
      case BRACKET:
        this.#frames.push(MARKUP);
        return at + 1;
      default:
        return undefined;
    }
  }

  #string(at: number): number {
    return codeAt(this.#text, at) === QUOTE ? this.#skip(at, stringEnd(this.#text, at)) : at;
  }

  /** Reads code up to the next thing that means something, and that. */
  #code(from: number): number {
    const text = this.#text;
    let at = from;
    while (at < text.length && !isSpecialInCode(text.charCodeAt(at))) at++;
    const code = text.charCodeAt(at);
    switch (code) {
      case SLASH:
        return this.#slash(at);
      case TICK:
        return this.#skip(at, rawEnd(text, at));
      case DOLLAR:
        return this.#skipSome(at, this.#maths.end(at));
      case QUOTE:
        return this.#string(at);
      case BRACKET:
      case PARENTHESIS:
      case BRACE:
        return this.#open(at) ?? at + 1;
      case BRACKET_CLOSE:
      case PARENTHESIS_CLOSE:
      case BRACE_CLOSE:
        return this.#closeCode(at, code);
      case NEWLINE:
      case SEMICOLON:
        if (this.#frames.isStatement) this.#frames.pop();
        return at + 1;
      case 97: // a
        return isInName(codeAt(text, at - 1)) ? at + 1 : this.#attribution(at);
      case 99: // c
      case 114: // r
        return isInName(codeAt(text, at - 1)) ? at + 1 : this.#call(at, at, identifierEnd(text, at));
      default:
        return at + 1;
    }
  }

  /** A closing bracket ends its own frame and any statement inside; one that fits none is passed over. */
  #closeCode(at: number, close: number): number {
    if (this.#frames.isStatement && this.#frames.depth > 1) this.#frames.pop();
    if (this.#frames.innermost !== close) return at + 1;
    this.#frames.pop();
    const next = close === BRACE_CLOSE ? this.#behindBlock(at + 1) : undefined;
    return next ?? (this.#frames.isCode ? at + 1 : this.#chain(at + 1));
  }
}
