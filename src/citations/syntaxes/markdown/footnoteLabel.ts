import { codeAt, oneOf } from '../shared/characters';

/** How long the label of a footnote may be. */
const LONGEST = 200;
const endsLabel = oneOf(' \t\r\n[]');

/** Behind the label of a footnote, `[^1]`, whose bracket is at `at`; `at` where there is none. */
export function footnoteLabelEnd(text: string, at: number): number {
  if (codeAt(text, at + 1) !== 94 /* ^ */) return at;
  let end = at + 2;
  while (end - at < LONGEST && !endsLabel(codeAt(text, end))) end++;
  return codeAt(text, end) === 93 /* ] */ ? end + 1 : at;
}
