import { displayTitle } from '../../library/model/display';
import type { WantedPaper } from './wantedPapers';

/** A row has no room for more. */
const LONGEST = 120;

/**
 * A text that asks for papers as one short line: of papers that it states in full the titles, as nobody reads records; of any other the text
 * itself.
 */
export function wantedLabel(text: string, wanted: readonly WantedPaper[]): string {
  const isStated = wanted.some((paper) => 'entry' in paper);
  const line = isStated ? wanted.map(nameOf).join(' · ') : text.slice(0, 10 * LONGEST);
  const short = line.replace(/\s+/g, ' ').trim();
  return short.length > LONGEST ? `${short.slice(0, LONGEST)}…` : short;
}

function nameOf(paper: WantedPaper): string {
  return 'entry' in paper ? displayTitle(paper.entry) : paper.text;
}
