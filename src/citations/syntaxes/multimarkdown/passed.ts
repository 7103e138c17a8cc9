import type { OffsetRange } from '../../../base/position';
import { apart } from '../shared/stretches';

/** Comments (CriticMarkup) and formulas (the user's guide of MultiMarkdown, "Math"). */
const MARKS: readonly (readonly [open: string, close: string])[] = [
  ['{>>', '<<}'],
  ['\\\\(', '\\\\)'],
  ['\\\\[', '\\\\]'],
];

/** The stretches of a text in MultiMarkdown that are none of it, beside those that all Markdown has. */
export function passedIn(text: string): OffsetRange[] {
  return apart(MARKS.flatMap(([open, close]) => between(text, open, close)));
}

function between(text: string, open: string, close: string): OffsetRange[] {
  const found: OffsetRange[] = [];
  for (let start = text.indexOf(open); start >= 0;) {
    const last = text.indexOf(close, start + open.length);
    if (last < 0) break;
    const end = last + close.length;
    found.push({ start, end });
    start = text.indexOf(open, end);
  }
  return found;
}
