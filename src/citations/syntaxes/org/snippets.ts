import { codeAt, isAlphanumeric, isSpace } from '../shared/characters';

/** What opens and closes text in a line that is no Org: maths of LaTeX, code and text for one kind of export. */
const SNIPPETS: readonly { readonly start: string; readonly open: RegExp; readonly close: string }[] = [
  { start: '@@', open: /@@[\w-]{1,20}:/y, close: '@@' },
  { start: 'sr', open: /src_[\w-]{1,20}(?:\[[^\]\n]{0,100}\])?\{/y, close: '}' },
  { start: '\\[', open: /\\\[/y, close: '\\]' },
  { start: '\\(', open: /\\\(/y, close: '\\)' },
  { start: '$$', open: /\$\$/y, close: '$$' },
];

const DOLLAR = 36;

/** The snippets of one line after the other, in rising order. */
export class OrgSnippets {
  readonly #text: string;
  /** What nothing closes from there on in the line that ends at `#line`. */
  readonly #missing = new Set<string>();
  #line = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** Behind the snippet that opens at `at` in the line that ends at `end`, or -1. */
  endOf(at: number, end: number): number {
    const text = this.#text;
    const first = codeAt(text, at);
    const second = codeAt(text, at + 1);
    for (const { start, open, close } of SNIPPETS) {
      if (first !== start.charCodeAt(0) || second !== start.charCodeAt(1)) continue;
      open.lastIndex = at;
      if (!open.test(text)) return -1;
      return this.#closed(open.lastIndex, close, end);
    }
    return first === DOLLAR && !isSpace(second) ? this.#maths(at, end) : -1;
  }

  #closed(from: number, close: string, end: number): number {
    if (this.#line !== end) this.#missing.clear();
    this.#line = end;
    if (this.#missing.has(close)) return -1;
    for (let at = from; at < end; at++) if (this.#text.startsWith(close, at)) return at + close.length;
    this.#missing.add(close);
    return -1;
  }

  /** `$…$` has no blanks at its ends, and no letter or digit behind it (Org manual, "LaTeX fragments"). */
  #maths(at: number, end: number): number {
    const text = this.#text;
    const close = this.#closed(at + 1, '$', end);
    return close > 0 && !isSpace(codeAt(text, close - 2)) && !isAlphanumeric(codeAt(text, close)) ? close : -1;
  }
}
