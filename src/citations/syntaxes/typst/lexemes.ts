import { codeAt, isAlphanumeric, isLetter, isSpace, oneOf } from '../shared/characters';

// The characters that Typst's syntax is made of.

export const LESS = 60;
export const GREATER = 62;
export const COLON = 58;
export const BRACKET = 91;
export const BRACKET_CLOSE = 93;
export const PARENTHESIS = 40;
export const PARENTHESIS_CLOSE = 41;
export const BRACE = 123;
export const BRACE_CLOSE = 125;
export const QUOTE = 34;
export const DOT = 46;
export const SEMICOLON = 59;
export const SLASH = 47;
export const BACKSLASH = 92;
export const TICK = 96;
export const DOLLAR = 36;

/** Whether what follows this character goes on a name or is a field of something. */
export function isInName(code: number): boolean {
  return isAlphanumeric(code) || code === 95 || code === 45 || code === DOT;
}

/** Whether a name can start with this character. */
export function startsIdentifier(code: number): boolean {
  return isLetter(code) || code === 95; /* _ */
}

/** Behind the block comment at `at`; they nest. */
export function commentEnd(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length - 1; i++) {
    const pair = text.charCodeAt(i) * 256 + text.charCodeAt(i + 1);
    if (pair === 47 * 256 + 42) depth++;
    else if (pair !== 42 * 256 + 47) continue;
    else if (--depth === 0) return i + 2;
    i++;
  }
  return text.length;
}

/** Behind the raw text at `at`: as many backticks as opened it; two are empty raw text; unclosed it goes to the end. */
export function rawEnd(text: string, at: number): number {
  let end = at;
  while (codeAt(text, end) === TICK) end++;
  const ticks = end - at;
  if (ticks === 2) return end;
  for (let found = 0; end < text.length && found < ticks; end++) found = text.charCodeAt(end) === TICK ? found + 1 : 0;
  return end;
}

/** Behind the string at `at`; unclosed it goes to the end. */
export function stringEnd(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) i++;
    else if (code === QUOTE) return i + 1;
  }
  return text.length;
}

/** The end of the name that starts at `at`. */
export function identifierEnd(text: string, at: number): number {
  let end = at;
  for (let code = text.charCodeAt(end); isAlphanumeric(code) || code === 95 || code === 45;)
    code = text.charCodeAt(++end);
  return end;
}

/** `someone@server.org`: a word before the `@`, and behind it a name that ends in a domain's letters. */
export function isMailAddress(text: string, at: number, end: number): boolean {
  if (!isAlphanumeric(codeAt(text, at - 1))) return false;
  let letters = end;
  while (isLetter(codeAt(text, letters - 1))) letters--;
  return end - letters >= 2 && codeAt(text, letters - 1) === DOT && letters > at + 2;
}

const endsAddress = oneOf('[]()<>"');

/** Offset behind the address of the web that begins there; undefined where none does. */
export function addressEnd(text: string, at: number): number | undefined {
  if (codeAt(text, at + 1) !== 116 /* t */) return undefined;
  if (!text.startsWith('http://', at) && !text.startsWith('https://', at)) return undefined;
  let end = at;
  while (end < text.length && !isSpace(text.charCodeAt(end)) && !endsAddress(text.charCodeAt(end))) end++;
  return end;
}
