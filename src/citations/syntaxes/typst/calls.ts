import { codeAt, oneOf } from '../shared/characters';
import { BACKSLASH, COLON, commentEnd, QUOTE, rawEnd, SLASH, stringEnd, TICK } from './lexemes';

/** How far the arguments of a call may reach. */
const LONGEST = 20_000;
const STAR = 42;

const opens = oneOf('([{');
const closes = oneOf(')]}');

/**
 * What stands between the brackets of each call of a function in a document of Typst, but in comments and raw text.
 * @param name the function, as a pattern: `bibliography`, `set\s+text`
 */
export function argumentsOf(text: string, name: string): string[] {
  const call = new RegExp(`(?<![\\w-])${name}\\(`, 'g');
  if (!call.test(text)) return [];
  const plain = withoutComments(text);
  return [...plain.matchAll(new RegExp(call))].flatMap(({ 0: { length }, index }) => {
    const open = index + length - 1;
    const close = closing(plain, open);
    return close < 0 ? [] : [plain.slice(open + 1, close)];
  });
}

/** A text with blanks in the place of comments and raw text. */
function withoutComments(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const end = skipped(text, at);
    if (end === undefined) continue;
    if (codeAt(text, at) !== BACKSLASH) {
      parts.push(text.slice(from, at), ' ');
      from = end;
    }
    at = end - 1;
  }
  return parts.join('') + text.slice(from);
}

/** Behind a comment, raw text or what is escaped; undefined where none begins. */
function skipped(text: string, at: number): number | undefined {
  const code = codeAt(text, at);
  if (code === BACKSLASH) return at + 2;
  if (code === TICK) return rawEnd(text, at);
  if (code !== SLASH) return undefined;
  const next = codeAt(text, at + 1);
  // A path such as `img/*.png` opens none.
  if (next === STAR) return text.includes('*/', at + 2) ? commentEnd(text, at) : undefined;
  if (next !== SLASH || codeAt(text, at - 1) === COLON) return undefined;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** The bracket that closes the one at `open`; -1 where none does. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < Math.min(text.length, open + LONGEST); at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = stringEnd(text, at) - 1;
    else if (opens(code)) depth++;
    else if (closes(code) && --depth === 0) return at;
  }
  return -1;
}
