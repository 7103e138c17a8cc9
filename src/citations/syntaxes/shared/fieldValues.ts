import { pathsIn } from './fileNames';

/** The lines of a list in YAML; blank ones and comments can stand between them. */
const LIST = /(?:\r?\n(?:[ \t]*(?:#[^\r\n]{0,300})?(?=\r?\n)|[ \t]*-[ \t]+[^\r\n]{1,300})){1,200}/y;
/** The rest of a list in brackets; another one does not begin in it. */
const REST = { '[': /[^[\]]{0,10000}(?=\])/y, '(': /[^()]{0,10000}(?=\))/y };

/**
 * The values of fields in YAML or Python, each a text, a list of lines or one in brackets.
 * @param field finds them; its last group is the rest of the line behind the name and its sign
 */
export function fieldValues(field: RegExp, text: string): string[] {
  return [...text.matchAll(field)].flatMap((match) => pathsIn(listOf(match, text)));
}

function listOf(match: RegExpMatchArray, text: string): string {
  const value = match
    .at(-1)!
    .replace(/(^|[ \t])#.*$/, '')
    .trim();
  const end = match.index! + match[0].length;
  if (value === '') {
    LIST.lastIndex = end - (match[0].endsWith('\r') ? 1 : 0);
    return withoutComments(LIST.exec(text)?.[0] ?? '');
  }
  const [open] = value;
  if (open !== '[' && open !== '(') return value;
  const close = value.indexOf(open === '[' ? ']' : ')');
  if (close > 0) return value.slice(1, close);
  const rest = REST[open];
  rest.lastIndex = end;
  const [more] = rest.exec(text) ?? [];
  return more === undefined ? '' : value.slice(1) + withoutComments(more);
}

function withoutComments(list: string): string {
  return list.replace(/(^|[ \t])#[^\n]*/gm, '');
}
