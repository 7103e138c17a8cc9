import { NEWLINE } from '../shared/characters';

/** A condition begins or ends, an alternative begins, or a comment does. `\\iff` is a sign and `\\ifthenelse` a command. */
const MARK =
  /\\(?:(if(?!f(?![A-Za-z])|thenelse|toggle|bool|def[a-z]|str[a-z]|csdef|numcomp)[A-Za-z@]*)|(fi)(?![A-Za-z@])|(else)(?![A-Za-z@])|\\|%)|%/g;

/**
 * Where the conditions of a text end (TeXbook, chapter 20). All ends are looked for at once, the first time that one is asked for:
 * looking for each on its own would take time by the square of their number where nothing ends them.
 */
export class Conditions {
  readonly #text: string;
  #ends: Map<number, number> | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Behind the `\\fi` or `\\else` that ends what an `\\iffalse` leaves out, conditions inside of it counted; undefined where
   * nothing ends it.
   * @param from the offset behind the `\\iffalse`
   */
  endOf(from: number): number | undefined {
    this.#ends ??= endsFrom(this.#text, from);
    return this.#ends.get(from);
  }
}

/** The ends of all conditions by the offset behind their command, for what follows an `\\iffalse`. */
function endsFrom(text: string, from: number): Map<number, number> {
  const ends = new Map<number, number>();
  const open = [from];
  const mark = new RegExp(MARK);
  mark.lastIndex = from;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    if (found[0] === '%') {
      const end = text.indexOf(String.fromCharCode(NEWLINE), mark.lastIndex);
      if (end < 0) return ends;
      mark.lastIndex = end;
    } else if (found[1]) {
      if (!isDefined(text, found.index)) open.push(mark.lastIndex);
    } else if (found[3] || found[2]) {
      const start = found[3] ? open.at(-1) : open.pop();
      if (start !== undefined && !ends.has(start)) ends.set(start, mark.lastIndex);
    }
  }
  return ends;
}

/** Whether the condition at an offset is made there and not asked: `\\newif\\ifdraft`. */
function isDefined(text: string, at: number): boolean {
  return /\\(newif|let)\s*$/.test(text.slice(Math.max(0, at - 10), at));
}
