/** One character of a path as a Markdown text has it: `%20`, `\(`, `a`. */
export interface PathToken {
  readonly start: number;
  readonly end: number;
  readonly meant: string;
}

/** A character of one byte or of several in percent signs, one behind a backslash (CommonMark 0.31, section 2.4), any other. */
const TOKEN = /(%[0-7][\da-f]|%[c-f][\da-f](?:%[89ab][\da-f])+)|\\([!-/:-@[-`{-~])|[^]/giu;

/** The characters of a path in their order. */
export function pathTokens(written: string): PathToken[] {
  return [...written.matchAll(TOKEN)].map(({ 0: all, 1: encoded, 2: escaped, index }) => ({
    start: index,
    end: index + all.length,
    meant: encoded === undefined ? (escaped ?? all) : decoded(encoded),
  }));
}

function decoded(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    // No UTF-8: it stands for itself.
    return encoded;
  }
}

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
