import type { BracketMap } from '../shared/bracketMap';
import { isAlphanumeric } from '../shared/characters';
import type { KeyToken } from './handler';
import { plainKeyEnd } from './key';

/** So many characters of a key in braces are looked at first. */
const IN_SIGHT = 64;

const BRACE = 123;
const BRACE_CLOSE = 125;
const AT = 64;
const HYPHEN = 45;
const SLASH = 47;

/**
 * Where the key behind the `@` at an offset ends, before its closing brace if it has one; -1 where there is no key.
 * @param braces the braces of the text that close in their line
 */
export function keyEndAt(text: string, at: number, braces: BracketMap): number {
  if (text.charCodeAt(at + 1) !== BRACE) return plainKeyEnd(text, at + 1);
  const end = bracedKeyEnd(text, at + 2, braces);
  return end === at + 2 ? -1 : end;
}

/** Where the key in braces that starts at `start` ends, or -1; most end in sight, which spares looking through the whole line. */
function bracedKeyEnd(text: string, start: number, braces: BracketMap): number {
  for (let at = start; at < start + IN_SIGHT; at++) {
    const code = text.charCodeAt(at);
    if (code === BRACE_CLOSE) return at;
    if (code === BRACE) break;
    if (code === 10 || code === 13 || at >= text.length) return -1;
  }
  return braces.close(start - 1);
}

/** The key between the `@` at an offset and its end, with what belongs to it. */
export function keyTokenAt(text: string, at: number, keyEnd: number): KeyToken {
  const braced = text.charCodeAt(at + 1) === BRACE;
  // Two hyphens are a dash.
  const suppressAuthor =
    text.charCodeAt(at - 1) === HYPHEN && text.charCodeAt(at - 2) !== HYPHEN && !isWordBefore(text, at - 1);
  return {
    start: suppressAuthor ? at - 1 : at,
    end: keyEnd + (braced ? 1 : 0),
    keyStart: at + (braced ? 2 : 1),
    keyEnd,
    suppressAuthor,
  };
}

/** Whether the `@` of a token belongs to an address of mail, of a page or of somebody on a server. */
export function isInAddress(text: string, { start, end, suppressAuthor }: KeyToken): boolean {
  const at = suppressAuthor ? start + 1 : start;
  const isBehindWord = isWordBefore(text, at) || (text.charCodeAt(at - 1) === SLASH && isWordBefore(text, at - 1));
  return isBehindWord || isHandleOfServer(text, end);
}

/** Whether a word ends here; `_` alone is emphasis. */
function isWordBefore(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === 95 && at - before < 4) before--;
  return isAlphanumeric(text.charCodeAt(before));
}

/** `@someone@server.org` is how some networks name people. */
function isHandleOfServer(text: string, end: number): boolean {
  return text.charCodeAt(end) === AT && isAlphanumeric(text.charCodeAt(end + 1));
}
