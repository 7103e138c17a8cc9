import type { OffsetRange } from '../../../base/position';

/** Stretches of a text, in rising order and apart from one another. */
export class Stretches {
  readonly #ranges: readonly OffsetRange[];

  constructor(ranges: readonly OffsetRange[]) {
    this.#ranges = ranges;
  }

  /** Whether an offset is in one of them. */
  has(offset: number): boolean {
    let low = 0;
    let high = this.#ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#ranges[middle].end <= offset) low = middle + 1;
      else high = middle;
    }
    return low < this.#ranges.length && this.#ranges[low].start <= offset;
  }
}

/** What a scan tells that it leaves out, in rising order. */
export function skippedBy(scan: (skipped: (start: number, end: number) => void) => void): OffsetRange[] {
  const ranges: OffsetRange[] = [];
  scan((start, end) => {
    if (end > start) ranges.push({ start, end });
  });
  return ranges;
}
