/** What opens and closes text in a line that is no Org: maths of LaTeX, code and text for one kind of export. */
const SNIPPETS: readonly { readonly open: RegExp; readonly close: string }[] = [
  { open: /@@[\w-]{1,20}:/y, close: '@@' },
  { open: /src_[\w-]{1,20}(?:\[[^\]\n]{0,100}\])?\{/y, close: '}' },
  { open: /\\\(/y, close: '\\)' },
  { open: /\$\$/y, close: '$$' },
];

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
    for (const { open, close } of SNIPPETS) {
      open.lastIndex = at;
      if (!open.test(this.#text)) continue;
      return this.#closed(open.lastIndex, close, end);
    }
    return this.#maths(at, end);
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
    if (text[at] !== '$' || /[\s$]/.test(text[at + 1] ?? ' ')) return -1;
    const close = this.#closed(at + 1, '$', end);
    return close > 0 && !/\s/.test(text[close - 2]) && !/[\p{L}\p{N}]/u.test(text[close] ?? '') ? close : -1;
  }
}
