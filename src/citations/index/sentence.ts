import type { OffsetRange } from '../../base/position';

/** So much of a sentence is kept on either side of a citation, in characters. */
const MOST = 140;

/** What ends a sentence or a paragraph. */
const END = /[.!?]["'”’)\]]*\s|\n[ \t]*\r?\n/g;

/** The sentence around a stretch of a text, on one line; what is cut off at its ends is `…`. */
export function sentenceAround(text: string, { start, end }: OffsetRange): string {
  const before = text.slice(Math.max(0, start - MOST), start);
  const starts = [...before.matchAll(END)];
  const last = starts.at(-1);
  const from = last ? last.index + last[0].length : 0;
  const after = text.slice(end, end + MOST);
  const stop = /[.!?](?=\s|$)|\r?\n[ \t]*\r?\n/.exec(after);
  const to = stop ? stop.index + (/^[.!?]/.test(stop[0]) ? 1 : 0) : after.length;
  const cutBefore = !last && start > MOST ? '…' : '';
  const cutAfter = !stop && end + MOST < text.length ? '…' : '';
  const sentence = before.slice(from) + text.slice(start, end) + after.slice(0, to);
  return cutBefore + sentence.replace(/\s+/g, ' ').trim() + cutAfter;
}
