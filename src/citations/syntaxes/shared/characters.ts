/** Character tests on UTF-16 code units, as the scanners of the syntaxes need them. */

export const NEWLINE = 10;
export const CARRIAGE_RETURN = 13;

/** Stands for the character before the first and behind the last: no code unit is so large. */
export const NO_CHARACTER = 0x10000;

/**
 * The code unit at an offset, `NO_CHARACTER` outside of the text. Once a call of `charCodeAt` was asked for what is outside, V8
 * compiles it, wherever it stands, to a slow one whose result is no integer; so this does not ask.
 */
export function codeAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : NO_CHARACTER;
}

/** Space or tab. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

/** Any white space that ends a word: space, tab, line breaks, no-break space. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** `A`–`Z` or `a`–`z`. */
export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

const WORD = /[\p{L}\p{N}\p{M}]/u;

/** What is known of each code unit: 0 nothing yet. The pattern takes long for a single character. */
const kinds = new Uint8Array(NO_CHARACTER + 1);
const IN_WORD = 1;
const BETWEEN_WORDS = 2;

/**
 * Letter, digit or mark of any script. A lone surrogate counts as one, as the letters outside the basic plane
 * come as two and no punctuation that matters here does.
 */
export function isAlphanumeric(code: number): boolean {
  return code < 128 ? isDigit(code) || isLetter(code) : (kinds[code] || kindOf(code)) === IN_WORD;
}

function kindOf(code: number): number {
  const isWord = (code >= 0xd800 && code <= 0xdfff) || WORD.test(String.fromCharCode(code));
  kinds[code] = isWord ? IN_WORD : BETWEEN_WORDS;
  return kinds[code];
}

/** A test for one of these ASCII characters, quicker than searching a string of them. */
export function oneOf(characters: string): (code: number) => boolean {
  const table = new Uint8Array(128);
  for (const c of characters) table[c.charCodeAt(0)] = 1;
  return (code) => code < 128 && table[code] === 1;
}

/** Whether the text goes on with `cite` at this offset; for scanners that ask at very many places. */
export function startsCite(text: string, at: number): boolean {
  return (
    text.charCodeAt(at) === 99 &&
    text.charCodeAt(at + 1) === 105 &&
    text.charCodeAt(at + 2) === 116 &&
    text.charCodeAt(at + 3) === 101
  );
}

/** The first offset from `start` on, at most `end`, that holds no space or line break. */
export function skipSpace(text: string, start: number, end = text.length): number {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The offset after the last character before `end`, at least `start`, that is no space or line break. */
export function skipSpaceBack(text: string, end: number, start = 0): number {
  let at = end;
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/**
 * The offset of the line break at or after `start`, or the end of the text. A loop on purpose: V8 takes `indexOf` for a
 * pure function and, where this is inlined, may run it ahead of the branch that asks for it, over and over.
 */
export function lineEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && text.charCodeAt(at) !== NEWLINE) at++;
  return at;
}
