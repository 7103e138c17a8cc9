import { BracketMap } from '../shared/bracketMap';
import { isDigit, isSpace, lineEnd } from '../shared/characters';

/** A run of backticks and where its code span ends; not closed: `end` is behind the run. */
export interface CodeSpan {
  readonly ticks: number;
  readonly end: number;
  readonly closed: boolean;
}

/**
 * Where code spans and maths of a paragraph end. A paragraph is looked through once, when the first of them starts in it,
 * so that text full of unclosed marks takes linear time.
 */
export class ParagraphMap {
  readonly #text: string;
  /** End of the paragraph that the tables are about. */
  #end = -1;
  /** Runs of backticks, rising: start, length, and the end of the next run of the same length or 0. */
  #ticks: number[] = [];
  #nextTicks = 0;
  /** Offsets of the `$` that can close maths, rising, and of all `$$`. */
  #closers: number[] = [];
  #doubles: number[] = [];
  #nextCloser = 0;
  #nextDouble = 0;
  readonly #brackets: BracketMap;

  constructor(text: string) {
    this.#text = text;
    this.#brackets = new BracketMap(text, '(', lineEnd);
  }

  codeSpan(at: number): CodeSpan {
    this.#read(at);
    const ticks = this.#ticks;
    while (this.#nextTicks < ticks.length && ticks[this.#nextTicks] < at) this.#nextTicks += 3;
    if (ticks[this.#nextTicks] !== at) {
      let end = at;
      while (this.#text.charCodeAt(end) === 96) end++;
      return { ticks: end - at, end, closed: false };
    }
    const length = ticks[this.#nextTicks + 1];
    const close = ticks[this.#nextTicks + 2];
    return { ticks: length, end: close > 0 ? close : at + length, closed: close > 0 };
  }

  /** The end of the maths that a `$` at `at` starts, by Pandoc's rule (`tex_math_dollars`), or -1. */
  mathsEnd(at: number): number {
    this.#read(at);
    const text = this.#text;
    if (text.charCodeAt(at + 1) === 36) {
      while (this.#nextDouble < this.#doubles.length && this.#doubles[this.#nextDouble] < at + 2) this.#nextDouble++;
      return this.#nextDouble < this.#doubles.length ? this.#doubles[this.#nextDouble] + 2 : -1;
    }
    if (isSpace(text.charCodeAt(at + 1))) return -1;
    while (this.#nextCloser < this.#closers.length && this.#closers[this.#nextCloser] <= at + 1) this.#nextCloser++;
    return this.#nextCloser < this.#closers.length ? this.#closers[this.#nextCloser] + 1 : -1;
  }

  /** Behind the parenthesis that closes the one at `at` on the same line, or -1. */
  closingParenthesis(at: number): number {
    const close = this.#brackets.close(at);
    return close < 0 ? -1 : close + 1;
  }

  #read(at: number): void {
    if (at < this.#end) return;
    const text = this.#text;
    this.#end = paragraphEnd(text, at);
    this.#closers = [];
    this.#doubles = [];
    this.#nextCloser = this.#nextDouble = this.#nextTicks = 0;
    this.#ticks = [];
    for (let i = at; i < this.#end; i++) {
      const code = text.charCodeAt(i);
      if (code === 96) {
        const start = i;
        while (text.charCodeAt(i + 1) === 96) i++;
        this.#ticks.push(start, i + 1 - start, 0);
      } else if (code === 36) this.#dollar(i);
    }
    this.#pairTicks();
  }

  #dollar(at: number): void {
    const text = this.#text;
    if (text.charCodeAt(at + 1) === 36) this.#doubles.push(at);
    const before = text.charCodeAt(at - 1);
    if (!isSpace(before) && before !== 92 && !isDigit(text.charCodeAt(at + 1))) this.#closers.push(at);
  }

  /** Pairs each run with the next of its length. */
  #pairTicks(): void {
    const ticks = this.#ticks;
    const next = new Map<number, number>();
    for (let i = ticks.length - 3; i >= 0; i -= 3) {
      const length = ticks[i + 1];
      ticks[i + 2] = next.get(length) ?? 0;
      next.set(length, ticks[i] + length);
    }
  }
}

/** The end of the paragraph around `at`: the next line that is blank or starts a fenced block. */
function paragraphEnd(text: string, at: number): number {
  for (let end = lineEnd(text, at); end < text.length; end = lineEnd(text, end + 1)) {
    let next = end + 1;
    while (next < text.length && ' \t>'.includes(text[next])) next++;
    if (next >= text.length || text[next] === '\n' || text[next] === '\r') return end;
    if (text.startsWith('```', next) || text.startsWith('~~~', next)) return end;
  }
  return text.length;
}
