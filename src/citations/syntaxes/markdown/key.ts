import { isAlphanumeric, oneOf } from '../shared/characters';

/** Punctuation that a plain key may hold inside, one at a time (Pandoc manual, "Citation syntax"). */
const INSIDE = ':.#$%&-+?<>~/';

const isInside = oneOf(INSIDE);

/** Whether a character may start or end a plain key. */
function isKeyCharacter(code: number): boolean {
  return code === 95 || isAlphanumeric(code);
}

/** The end of the plain key that starts at `start`, or -1 where none does. */
export function plainKeyEnd(text: string, start: number): number {
  if (!isKeyCharacter(text.charCodeAt(start))) return -1;
  let at = start + 1;
  for (;;) {
    const code = text.charCodeAt(at);
    if (isKeyCharacter(code)) at++;
    else if (isInside(code) && isKeyCharacter(text.charCodeAt(at + 1))) at += 2;
    else if ((code === 58 || code === 47) && isSlashed(text, at)) at++;
    else return at;
  }
}

/** A `:` or `/` of a key that is a web address may stand before another `/`, where the key goes on behind it. */
function isSlashed(text: string, at: number): boolean {
  if (text.charCodeAt(at + 1) !== 47) return false;
  const next = text.charCodeAt(at + 2);
  return isKeyCharacter(next) || (next === 47 && isKeyCharacter(text.charCodeAt(at + 3)));
}

/** So long a key in braces may be. */
const LONGEST = 200;

/**
 * The offset of the brace that ends the braced key whose text starts at `start`, or -1. Such a key stays on its line; braces
 * in it are balanced.
 */
export function braceKeyEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length && at - start < LONGEST; at++) {
    const code = text.charCodeAt(at);
    if (code === 125 && depth-- === 0) return at > start ? at : -1;
    if (code === 123) depth++;
    if (code === 10 || code === 13) return -1;
  }
  return -1;
}

/**
 * The key with its `@` as Pandoc reads it back: plain where it can be, else in braces. Braces without their other one and
 * line breaks, which no form can hold, are left out, and so are brackets that other Markdown would read as the end of a link's text.
 */
export function writeKey(key: string): string {
  if (plainKeyEnd(key, 0) === key.length) return `@${key}`;
  const whole = braceKeyEnd(`${key}}`, 0) === key.length ? key : key.replace(/[{}]/g, '');
  const held = withoutLinks(whole)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
  return plainKeyEnd(held, 0) === held.length ? `@${held}` : `@{${held || '_'}}`;
}

function withoutLinks(key: string): string {
  return /\][([]/.test(key) ? key.replace(/[[\]]/g, '') : key;
}
