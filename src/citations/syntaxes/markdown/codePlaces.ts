import type { OffsetRange } from '../../../base/position';
import { lineEnd } from '../shared/characters';
import { Stretches } from '../shared/stretches';
import { skippedInMarkdown } from './skipped';

/** Where in a Markdown text code stands: nowhere, in a code span, code block or comment, or in a block that a program reads. */
export type CodePlace = 'none' | 'shown' | 'read';

/** Tells of offsets in a text in what code they stand; what a text skips is only found out where it is asked. */
export class CodePlaces {
  readonly #text: string;
  #skipped: Stretches | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  of(offset: number): CodePlace {
    this.#skipped ??= new Stretches(skippedInMarkdown(this.#text));
    const range = this.#skipped.at(offset);
    return range ? this.#inside(range, offset) : 'none';
  }

  /** What is skipped can also be attributes, formulas, metadata and addresses. */
  #inside({ start, end }: OffsetRange, offset: number): CodePlace {
    const first = this.#text.slice(start, Math.min(end, lineEnd(this.#text, start)));
    if (/^<!--/.test(first) || /^(?: {4}|\t)/.test(first)) return 'shown';
    const fence = /^ {0,3}(?:`{3,}(?=[^`]*$)|~{3,})/.exec(first)?.[0];
    if (fence === undefined) return first.startsWith('`') ? 'shown' : 'none';
    // Attributes behind a fence are the block's own.
    if (offset < start + first.length) return 'none';
    return /^\s*\{/.test(first.slice(fence.length)) ? 'read' : 'shown';
  }
}
