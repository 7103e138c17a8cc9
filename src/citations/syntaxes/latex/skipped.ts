import type { OffsetRange } from '../../../base/position';
import { skippedBy } from '../shared/stretches';
import { LatexScanner } from './scanner';

const NO_COMMANDS: ReadonlySet<string> = new Set();

/** What of a text in LaTeX TeX does not read as text: comments, verbatim text, what no condition lets be read. */
export function skippedInLatex(text: string, own = NO_COMMANDS): OffsetRange[] {
  return skippedBy((skipped) => new LatexScanner(text, { own }, skipped).scan());
}
