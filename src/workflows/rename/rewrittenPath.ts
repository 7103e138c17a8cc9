import { pathTokens } from '../../citations/index/pathTokens';

/**
 * A part of a path that is to mean another name. What both names begin and end with stays as it is written, so that the same
 * in reverse gives every character back; the rest is written as the part is.
 */
export function rewritten(written: string, name: string): string {
  const tokens = pathTokens(written);
  const wanted = [...name];
  let before = 0;
  while (before < tokens.length && before < wanted.length && tokens[before].meant === wanted[before]) before++;
  let behind = 0;
  const most = Math.min(tokens.length, wanted.length) - before;
  while (behind < most && tokens.at(-1 - behind)!.meant === wanted.at(-1 - behind)) behind++;
  const [start, end] = [tokens.at(before)?.start ?? written.length, tokens.at(-1 - behind)?.end ?? 0];
  const middle = wanted.slice(before, wanted.length - behind).join('');
  const inside = /%[\da-f]{2}/i.test(written) ? encodeURIComponent(middle) : middle.replace(UNSAFE, encoded);
  return written.slice(0, start) + inside + written.slice(Math.max(start, end));
}

/** What would end a path, or mean something else in it. */
const UNSAFE = /[\s()<>%#?\\\p{Cc}]/gu;

function encoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
