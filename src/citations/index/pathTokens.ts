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
