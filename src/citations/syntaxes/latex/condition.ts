import { NEWLINE } from '../shared/characters';

/** A condition begins or ends, an alternative begins, or a comment does. `\\iff` is a sign and `\\ifthenelse` a command. */
const MARK =
  /\\(?:(if(?!f(?![A-Za-z])|thenelse|toggle|bool|def[a-z]|str[a-z]|csdef|numcomp)[A-Za-z@]*)|(fi)(?![A-Za-z@])|(else)(?![A-Za-z@])|\\|%)|%/g;

/**
 * Behind the `\\fi` or `\\else` that ends what `\\iffalse` leaves out from `from` on, conditions inside of it counted (TeXbook,
 * chapter 20); undefined where nothing ends it.
 */
export function conditionEnd(text: string, from: number): number | undefined {
  let depth = 1;
  const mark = new RegExp(MARK);
  mark.lastIndex = from;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    if (found[0] === '%') {
      const end = text.indexOf(String.fromCharCode(NEWLINE), mark.lastIndex);
      if (end < 0) return undefined;
      mark.lastIndex = end;
    } else if (found[1] && !/\\(newif|let)\s*$/.test(text.slice(Math.max(0, found.index - 10), found.index))) depth++;
    else if (found[3] && depth === 1) return mark.lastIndex;
    else if (found[2] && --depth === 0) return mark.lastIndex;
  }
  return undefined;
}
