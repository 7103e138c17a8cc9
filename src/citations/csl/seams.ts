import { MARKS } from './runs';
import type { Seam, Span, Writer } from './writer';

/** Stand where spans begin and end until all of a text is written; no text has them. */
const FIRST = 0xe000;
const SPANS: readonly Span[] = [...MARKS, 'link'];
const SEAMS = new RegExp(`[\\u{${FIRST.toString(16)}}-\\u{${(FIRST + 2 * SPANS.length - 1).toString(16)}}]`, 'gu');

/** A text of a paper, which has none of the signs that stand for seams. */
export function withoutSeams(text: string): string {
  return text.replace(SEAMS, '');
}

/** A written span with its seams. */
export function seamed(span: Span, written: string): string {
  const at = FIRST + 2 * SPANS.indexOf(span);
  return String.fromCharCode(at) + written + String.fromCharCode(at + 1);
}

/** Has a writer part spans from what they touch. */
export function partedSpans(text: string, { marks, seams }: Writer): string {
  if (!seams) return withoutSeams(text);
  const pieces = text.split(SEAMS);
  const signs = text.match(SEAMS) ?? [];
  let written = pieces[0];
  let follows: Seam['follows'];
  for (const [at, sign] of signs.entries()) {
    const place = sign.charCodeAt(0) - FIRST;
    const span = SPANS[place >> 1];
    const isEnd = place % 2 === 1;
    // What is behind matters no further than its first signs.
    const after = pieces.slice(at + 1, at + 4).join('');
    const seam = { before: written, after, follows };
    written += (isEnd ? seams.closes(span, seam) : seams.opens(span, seam)) + pieces[at + 1];
    const own = isEnd || span === 'link' ? '' : marks[span][0];
    follows = pieces[at + 1] === own ? (isEnd ? 'end' : 'start') : undefined;
  }
  return written;
}
