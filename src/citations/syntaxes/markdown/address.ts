import { codeAt, isLetter, isSpace, oneOf } from '../shared/characters';

const isOutsideAddress = oneOf('<>"`[]{}|');

/** Behind the address whose scheme ends with the colon at `at`, up to white space, a bracket or a quote; `at` where there is none. */
export function addressEnd(text: string, at: number): number {
  if (!text.startsWith('://', at) || !isLetter(codeAt(text, at - 1))) return at;
  let end = at + 3;
  while (end < text.length && !isSpace(text.charCodeAt(end)) && !isOutsideAddress(text.charCodeAt(end))) end++;
  return end;
}
