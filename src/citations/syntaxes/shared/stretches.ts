import type { OffsetRange } from '../../../base/position';

/** Stretches of a text, in rising order and apart from one another. */
export class Stretches {
  readonly #ranges: readonly OffsetRange[];

  constructor(ranges: readonly OffsetRange[]) {
    this.#ranges = ranges;
  }

  /** Whether an offset is in one of them. */
  has(offset: number): boolean {
    return this.at(offset) !== undefined;
  }

  /** The one that an offset is in. */
  at(offset: number): OffsetRange | undefined {
    let low = 0;
    let high = this.#ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#ranges[middle].end <= offset) low = middle + 1;
      else high = middle;
    }
    const range = this.#ranges.at(low);
    return range && range.start <= offset ? range : undefined;
  }
}

/** The same stretches in rising order, those that touch as one. */
export function apart(ranges: readonly OffsetRange[]): OffsetRange[] {
  const joined: OffsetRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (!last || range.start > last.end) joined.push(range);
    else if (range.end > last.end) joined[joined.length - 1] = { start: last.start, end: range.end };
  }
  return joined;
}

/** What a scan tells that it leaves out, in rising order. */
export function skippedBy(scan: (skipped: (start: number, end: number) => void) => void): OffsetRange[] {
  const ranges: OffsetRange[] = [];
  scan((start, end) => {
    if (end > start) ranges.push({ start, end });
  });
  return ranges;
}
