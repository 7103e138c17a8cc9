import type { OffsetRange } from '../../base/position';

/** So much of a sentence is kept on either side of a citation, in characters. */
const MOST = 140;

/** White space that is not one blank already: to replace blanks by themselves takes more memory than all else of a sentence. */
const SPACES = /\s{2,}|[^\S ]/g;

const CLOSING = '"\'”’)]';
const LINE_FEED = 10;

/**
 * The sentence around a stretch of a text, on one line; what is cut off at its ends is `…`.
 * @param floor where it begins at the earliest, as behind a heading
 */
export function sentenceAround(text: string, { start, end }: OffsetRange, floor = 0): string {
  const least = Math.max(floor, start - MOST);
  let from = start;
  while (from > least && !isBoundary(text, from)) from--;
  const most = Math.min(text.length, end + MOST);
  let to = end;
  while (to < most && !isStop(text, to) && !isParagraphEnd(text, to)) to++;
  const cutBefore = from > floor && !isBoundary(text, from) ? '…' : '';
  const cutAfter = to === most && to < text.length ? '…' : '';
  if (cutAfter === '' && isStop(text, to)) to++;
  return cutBefore + text.slice(from, to).trim().replace(SPACES, ' ') + cutAfter;
}

/** A text with blanks in the place of its comments, so that all else stays where it is. */
export function withoutComments(text: string, comments: RegExp): string {
  return text.replace(comments, (comment) => ' '.repeat(comment.length));
}

/** Whether a sentence begins at an offset: behind a blank after the end of another, or at the start of a paragraph. */
function isBoundary(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (at === 0) return true;
  if (before === LINE_FEED) {
    const line = text.charCodeAt(at - 2) === 13 ? at - 3 : at - 2;
    if (text.charCodeAt(line) === LINE_FEED) return true;
  }
  if (!isBlank(before)) return false;
  let stop = at - 2;
  while (stop > 0 && stop > at - 6 && CLOSING.includes(text[stop])) stop--;
  return isMark(text.charCodeAt(stop));
}

/** Whether a mark ends a sentence here. */
function isStop(text: string, at: number): boolean {
  return isMark(text.charCodeAt(at)) && (at + 1 >= text.length || isBlank(text.charCodeAt(at + 1)));
}

function isParagraphEnd(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== LINE_FEED) return false;
  const next = text.charCodeAt(at + 1) === 13 ? at + 2 : at + 1;
  return text.charCodeAt(next) === LINE_FEED;
}

function isMark(code: number): boolean {
  return code === 46 || code === 33 || code === 63;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === LINE_FEED || code === 13;
}
