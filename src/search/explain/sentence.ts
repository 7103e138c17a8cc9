import type { OffsetRange } from '../../base/position';
import type { MarkedText } from '../contract';

/** A sentence longer than this is cut around its matches; in characters. */
const LONGEST = 280;
/** What follows the end of a sentence: `e.g. a word` does not end one. */
const SENTENCE_START = /^(\s+[^\s\p{Ll}]|\s*$)/u;
const ELLIPSIS = '…';

/** The sentences of a text, as stretches of it. A line break ends a sentence too, as notes are full of lists. */
export function sentencesOf(text: string): OffsetRange[] {
  const sentences: OffsetRange[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const ends = text[i] === '\n' || ('.!?'.includes(text[i]) && SENTENCE_START.test(text.slice(i + 1, i + 4)));
    if (!ends && i < text.length - 1) continue;
    if (text.slice(start, i + 1).trim()) sentences.push({ start, end: i + 1 });
    start = i + 1;
  }
  return sentences;
}

/** The sentence as plain text with its matches marked; a long one is cut around the first of them. */
export function markedSentence(text: string, sentence: OffsetRange, matches: readonly OffsetRange[]): MarkedText {
  const { start, end } = cutAround(trimmed(text, sentence), matches[0]);
  const before = start > sentence.start && text.slice(sentence.start, start).trim() ? ELLIPSIS : '';
  const after = text.slice(end, sentence.end).trim() ? ELLIPSIS : '';
  const shift = before.length - start;
  return {
    text: before + text.slice(start, end) + after,
    highlights: matches
      .filter((match) => match.start >= start && match.end <= end)
      .map((match) => ({ start: match.start + shift, end: match.end + shift })),
  };
}

function trimmed(text: string, { start, end }: OffsetRange): OffsetRange {
  const slice = text.slice(start, end);
  const from = start + slice.length - slice.trimStart().length;
  return { start: from, end: from + slice.trim().length };
}

function cutAround({ start, end }: OffsetRange, match: OffsetRange): OffsetRange {
  if (end - start <= LONGEST) return { start, end };
  const from = Math.max(start, Math.min(match.start - Math.floor(LONGEST / 3), end - LONGEST));
  return { start: from, end: Math.min(end, Math.max(from + LONGEST, match.end)) };
}
