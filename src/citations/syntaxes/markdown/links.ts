import type { OffsetRange } from '../../../base/position';
import { codeAt } from '../shared/characters';

/** How long the label of a link may be (CommonMark 0.31, section 4.7). */
const LONGEST_LABEL = 999;

/** How long an address, and the title behind it, may be. */
const LONGEST_DESTINATION = 2000;

/** The links of a text of Markdown, whose labels are looked for once, when one may be used. */
export class Links {
  readonly #text: string;
  #labels: ReadonlySet<string> | undefined;
  /** The closing parenthesis that was looked for last. */
  #nextClose = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether brackets are the text of a link: `[…](…)` is one, and `[…][label]` where that label is defined. */
  has({ start: open, end }: OffsetRange): boolean {
    const text = this.#text;
    const next = codeAt(text, end);
    if (next === 40 /* ( */) return this.#hasDestination(end);
    if (next !== 91 /* [ */ || text[end + 1] === '^') return false;
    const length = text.slice(end + 1, end + 1 + LONGEST_LABEL).indexOf(']');
    if (length < 0) return false;
    const label = length === 0 ? text.slice(open + 1, end - 1) : text.slice(end + 1, end + 1 + length);
    this.#labels ??= definedLabels(text);
    return this.#labels.has(normalLabel(label));
  }

  /** Whether a parenthesis that opens there closes not too far away. Where the next one closes is looked for once. */
  #hasDestination(open: number): boolean {
    if (this.#nextClose < open) {
      const close = this.#text.indexOf(')', open);
      this.#nextClose = close < 0 ? Infinity : close;
    }
    return this.#nextClose - open < LONGEST_DESTINATION;
  }
}

/** The labels of all links that a text defines. */
function definedLabels(text: string): ReadonlySet<string> {
  const lines = text.includes(']:') ? text.matchAll(/^[ \t>]{0,20}\[([^[\]\n]{1,999})\]:/gm) : [];
  return new Set([...lines].map(([, label]) => normalLabel(label)));
}

/** Labels are the same in upper and lower case and with any white space. */
function normalLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}
