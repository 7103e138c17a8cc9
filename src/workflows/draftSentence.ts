import type { OffsetRange } from '../base/position';
import { sentencesOf } from '../search/explain/sentence';

/** An empty line, with white space or not. */
const PARAGRAPH_BREAK = /\n[^\S\n]*\n/g;

/** What a draft says at a place. */
export interface DraftSentence {
  /** In its own words: citations are left out, as their keys and pages say nothing. */
  readonly said: string;
  /** Where what supports it is to be cited: behind its last word or citation, before the full stop. */
  readonly citeAt: number;
}

/**
 * What a draft says where the cursor is: the selected text, or without a selection the sentence at the cursor.
 * @param citations where the draft cites, in order; one in a note of another comes behind that
 */
export function draftSentence(text: string, selection: OffsetRange, citations: readonly OffsetRange[]): DraftSentence {
  const own = withoutCitations(text, citations);
  const { start, end } = selection.start < selection.end ? selection : sentenceAt(own, selection.start);
  const said = own.slice(start, end).replace(/ {2,}/g, ' ').trim();
  const lastWord = start + own.slice(start, end).replace(/[\s.!?,;:]+$/, '').length;
  // The last one may stand in a note of another, which ends behind it.
  const ends = citations.filter((citation) => citation.start >= lastWord && citation.end <= end).map((one) => one.end);
  return { said, citeAt: ends.length > 0 ? Math.max(...ends) : said === '' ? selection.end : lastWord };
}

/** Spaces take the place of citations, so that all offsets stay. */
function withoutCitations(text: string, citations: readonly OffsetRange[]): string {
  let at = 0;
  let own = '';
  for (const { start, end } of citations) {
    if (start < at) continue;
    own += text.slice(at, start) + ' '.repeat(end - start);
    at = end;
  }
  return own + text.slice(at);
}

function sentenceAt(text: string, cursor: number): OffsetRange {
  const { start, end } = paragraphAt(text, cursor);
  // A sentence goes on over the end of a line; a space takes its place, so that all offsets stay.
  const paragraph = text.slice(start, end).replace(/[\r\n]/g, ' ');
  const sentences = sentencesOf(paragraph).map((one) => ({ start: start + one.start, end: start + one.end }));
  return sentences.find((one) => cursor <= one.end) ?? { start, end };
}

function paragraphAt(text: string, cursor: number): OffsetRange {
  let start = 0;
  for (const { 0: gap, index } of text.matchAll(PARAGRAPH_BREAK)) {
    if (index >= cursor) return { start, end: index };
    start = index + gap.length;
  }
  return { start, end: text.length };
}
