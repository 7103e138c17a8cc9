import type { OffsetRange } from '../../../base/position';
import { skippedBy } from '../shared/stretches';
import { TypstScanner } from './scanner';

const none = (): void => undefined;

/** What of a text in Typst is none: comments, raw text, texts of code, maths, what no condition shows. */
export function skippedInTypst(text: string): OffsetRange[] {
  return skippedBy((skipped) => new TypstScanner(text, { reference: none, call: none, skipped }).scan());
}
