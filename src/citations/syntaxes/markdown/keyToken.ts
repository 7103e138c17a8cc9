import type { BracketMap } from '../shared/bracketMap';
import { codeAt, isAlphanumeric } from '../shared/characters';
import type { KeyToken } from './handler';

/** So many characters of a key in braces are looked at first. */
const IN_SIGHT = 64;

const BRACE = 123;
const BRACE_CLOSE = 125;
const AT = 64;
const HYPHEN = 45;
const SLASH = 47;

/**
 * Where the key in the braces behind the `@` at an offset ends, before the closing one; -1 where there is no key. Most end in
 * sight, which spares looking through the whole line.
 * @param braces the braces of the text that close in their line
 */
export function bracedKeyEnd(text: string, at: number, braces: BracketMap): number {
  const start = at + 2;
  const inSight = Math.min(start + IN_SIGHT, text.length);
  for (let end = start; end < inSight; end++) {
    const code = text.charCodeAt(end);
    if (code === BRACE_CLOSE) return end > start ? end : -1;
    if (code === BRACE) break;
    if (code === 10 || code === 13) return -1;
  }
  return braces.close(start - 1);
}

/** The key between the `@` at an offset and its end, with what belongs to it. */
export function keyTokenAt(text: string, at: number, keyEnd: number, braced: boolean): KeyToken {
  const suppressAuthor = suppressesAuthor(text, at);
  return {
    start: suppressAuthor ? at - 1 : at,
    end: keyEnd + (braced ? 1 : 0),
    keyStart: at + (braced ? 2 : 1),
    keyEnd,
    suppressAuthor,
  };
}

/** Whether a hyphen before the `@` leaves the author out; two hyphens are a dash. */
function suppressesAuthor(text: string, at: number): boolean {
  return codeAt(text, at - 1) === HYPHEN && codeAt(text, at - 2) !== HYPHEN && !isWordBefore(text, at - 1);
}

/** Whether the `@` of a token that ends at `end` belongs to an address of mail, of a page or of somebody on a server. */
export function isInAddress(text: string, at: number, end: number): boolean {
  return (
    isWordBefore(text, at) ||
    (codeAt(text, at - 1) === SLASH && isWordBefore(text, at - 1)) ||
    isHandleOfServer(text, end)
  );
}

/** Whether a word ends here; `_` alone is emphasis. */
function isWordBefore(text: string, at: number): boolean {
  let before = at - 1;
  let code = codeAt(text, before);
  while (code === 95 && at - before < 4) code = codeAt(text, --before);
  return isAlphanumeric(code);
}

/** `@someone@server.org` is how some networks name people. */
function isHandleOfServer(text: string, end: number): boolean {
  return codeAt(text, end) === AT && isAlphanumeric(codeAt(text, end + 1));
}
