import { BracketMap } from '../shared/bracketMap';
import { CARRIAGE_RETURN, codeAt, isBlank, isDigit, isSpace, lineEnd, NEWLINE } from '../shared/characters';

/** A run of backticks and where its code span ends; not closed: `end` is behind the run. */
export interface CodeSpan {
  readonly ticks: number;
  readonly end: number;
  readonly closed: boolean;
}

const TICK = 96;
const TILDE = 126;
const DOLLAR = 36;

/**
 * Where code spans and maths of a paragraph end. What is not closed is known from one look at the paragraph, so that text
 * full of unclosed marks takes linear time. Ask in rising order, and go on behind what is closed.
 */
export class ParagraphMap {
  readonly #text: string;
  /** End of the paragraph that the rest is about. */
  #end = -1;
  /** Where the last run of backticks of each length starts: of a short one, and of any other. */
  readonly #lastShort = new Int32Array(16);
  readonly #lastLong = new Map<number, number>();
  /** From here on nothing in the paragraph closes `$` or `$$`. */
  #noDollar = 0;
  #noDollars = 0;
  readonly #brackets: BracketMap;

  constructor(text: string) {
    this.#text = text;
    this.#brackets = new BracketMap(text, '(', lineEnd);
  }

  codeSpan(at: number): CodeSpan {
    this.#read(at);
    const behind = runEnd(this.#text, at);
    const ticks = behind - at;
    const last = ticks < this.#lastShort.length ? this.#lastShort[ticks] : (this.#lastLong.get(ticks) ?? 0);
    if (last <= at) return { ticks, end: behind, closed: false };
    for (let start = behind; ; start++) {
      if (this.#text.charCodeAt(start) !== TICK) continue;
      const end = runEnd(this.#text, start);
      if (end - start === ticks) return { ticks, end, closed: true };
      start = end;
    }
  }

  /** The end of the maths that a `$` at `at` starts, by Pandoc's rule (`tex_math_dollars`), or -1. */
  mathsEnd(at: number): number {
    this.#read(at);
    const text = this.#text;
    if (codeAt(text, at + 1) === DOLLAR) {
      if (at >= this.#noDollars) {
        for (let i = at + 2; i < this.#end; i++) if (isDouble(text, i)) return i + 2;
        this.#noDollars = this.#end;
      }
      return -1;
    }
    if (isSpace(codeAt(text, at + 1)) || at < this.#noDollar) return -1;
    for (let i = at + 2; i < this.#end; i++) if (text.charCodeAt(i) === DOLLAR && closesMaths(text, i)) return i + 1;
    this.#noDollar = this.#end;
    return -1;
  }

  /** Behind the parenthesis that closes the one at `at` on the same line, or -1. */
  closingParenthesis(at: number): number {
    const close = this.#brackets.close(at);
    return close < 0 ? -1 : close + 1;
  }

  /** Reads the paragraph around `at` up to its end: the next line that is blank or starts a fenced block. */
  #read(at: number): void {
    if (at < this.#end) return;
    const text = this.#text;
    let i = at;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === NEWLINE && endsBefore(text, i + 1)) break;
      if (code !== TICK) continue;
      const start = i;
      i = runEnd(text, i);
      const ticks = i - start;
      if (ticks < this.#lastShort.length) this.#lastShort[ticks] = start;
      else this.#lastLong.set(ticks, start);
      i--;
    }
    this.#end = i;
  }
}

/** Behind the run of backticks at `at`. */
function runEnd(text: string, at: number): number {
  let end = at + 1;
  while (codeAt(text, end) === TICK) end++;
  return end;
}

function isDouble(text: string, at: number): boolean {
  return codeAt(text, at) === DOLLAR && codeAt(text, at + 1) === DOLLAR;
}

function closesMaths(text: string, at: number): boolean {
  const before = codeAt(text, at - 1);
  return !isSpace(before) && before !== 92 /* \ */ && !isDigit(codeAt(text, at + 1));
}

/** Whether a paragraph ends before the line at `start`. */
function endsBefore(text: string, start: number): boolean {
  let at = start;
  while (isBlank(codeAt(text, at)) || codeAt(text, at) === 62 /* > */) at++;
  const code = codeAt(text, at);
  if (at >= text.length || code === NEWLINE || code === CARRIAGE_RETURN) return true;
  return (code === TICK || code === TILDE) && codeAt(text, at + 1) === code && codeAt(text, at + 2) === code;
}
