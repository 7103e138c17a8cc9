import type { BracketMap } from '../shared/bracketMap';
import { codeAt, isBlank, isLetter, oneOf } from '../shared/characters';

const STAR = 42;
const BRACKET = 91;
const BRACE = 123;

/** `\newcommand{\x}[1]{…}` and the like. */
const DEFINITION = /^\\(?:(?:re)?new|provide)/;

/** How long the name of an environment may be. */
const LONGEST_NAME = 40;

/** The name of the environment in the braces that end at `open`: one of letters, perhaps with a star. */
export function environmentAt(text: string, open: number): string | undefined {
  return /^[A-Za-z]+\*?(?=\})/.exec(text.slice(open, open + LONGEST_NAME))?.[0];
}

/** Behind the environment of LaTeX that begins at `at`, others of its name inside counted; -1 where nothing ends it. */
export function environmentEnd(text: string, at: number, name: string): number {
  const begin = `\\begin{${name}}`;
  const end = `\\end{${name}}`;
  let depth = 0;
  for (let from = at; ;) {
    const close = text.indexOf(end, from);
    if (close < 0) return -1;
    for (let open = text.indexOf(begin, from); open >= 0 && open < close; open = text.indexOf(begin, open + 1)) depth++;
    from = close + end.length;
    if (--depth <= 0) return from;
  }
}

/** Behind the name of the command whose backslash is at `at`; only that of letters has arguments. */
function nameEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && isLetter(text.charCodeAt(end))) end++;
  return codeAt(text, end) === STAR && end > at + 1 ? end + 1 : end;
}

const VERBATIM = /\\(?:verb|Verb|spverb|lstinline|mintinline|url)\*?([^\w\s*{}[\]\\])[^\n]{0,500}?\1/y;

/** The first letters of their names and of those of definitions; most commands are told by them. */
const startsVerbatim = oneOf('vVslmu');
const startsDefinition = oneOf('rnp');

/** Behind the verbatim text of the command at `at`, `\verb|@x|`; 0 where it is none. */
export function verbatimEnd(text: string, at: number): number {
  if (!startsVerbatim(codeAt(text, at + 1))) return 0;
  VERBATIM.lastIndex = at;
  return VERBATIM.test(text) ? VERBATIM.lastIndex : 0;
}

/**
 * Behind the command at `at` with its arguments, `\footnote{See @x}`, which are no Markdown; `at` where it has none.
 * @param brackets the square brackets and braces of the text
 */
export function commandEnd(text: string, at: number, brackets: BracketMap): number {
  const name = nameEnd(text, at);
  if (name === at + 1) return at;
  let open = name;
  while (isBlank(codeAt(text, open))) open++;
  let end = codeAt(text, open) === BRACE ? open : name;
  // Options come before the arguments, but in definitions; a square bracket behind these is Markdown again.
  const isDefinition = startsDefinition(codeAt(text, at + 1)) && DEFINITION.test(text.slice(at, name));
  for (let hasArguments = false; ; end = brackets.close(end) + 1) {
    const code = codeAt(text, end);
    hasArguments ||= code === BRACE;
    const isNext = code === BRACE || (code === BRACKET && (!hasArguments || isDefinition));
    if (!isNext || brackets.close(end) < 0) break;
  }
  return end === name || end === open ? at : end;
}
