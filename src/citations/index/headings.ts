import type { FoundHeading, Syntax } from '../syntax';
import { Stretches } from '../syntaxes/shared/stretches';

/** The headings of a document that its readers see, in their order. */
export function headingsIn(text: string, syntax: Syntax): FoundHeading[] {
  const skipped = new Stretches(syntax.skipped(text));
  return syntax.headings(text, skipped).filter(({ start, title }) => title !== '' && !skipped.has(start));
}

/** The heading above an offset, or around it. */
export function headingAbove(headings: readonly FoundHeading[], offset: number): FoundHeading | undefined {
  let low = 0;
  let high = headings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (headings[middle].start <= offset) low = middle + 1;
    else high = middle;
  }
  return headings[low - 1];
}
