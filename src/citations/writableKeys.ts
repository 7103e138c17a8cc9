import { applyEdits } from '../base/textEdit';
import type { FoundCitation, Syntax } from './syntax';

/** Keys that every syntax holds as they are. */
const PLAIN = /^[A-Za-z][A-Za-z0-9]*$/;

/**
 * Whether a syntax can write a key so that the key, and no other, is read back. What a syntax has no signs for, such as `%` in
 * LaTeX or a blank in Org, it would leave out, and another paper might be cited.
 */
export function isWritable(key: string, syntax: Syntax): boolean {
  if (PLAIN.test(key)) return true;
  return isRead(syntax.find(syntax.format({ items: [{ key }] })), [key]);
}

/** The keys of these that a syntax cannot write, each once. */
export function unwritableKeys(keys: readonly string[], syntax: Syntax): string[] {
  return [...new Set(keys)].filter((key) => !isWritable(key, syntax));
}

/** Whether the key of an item can be replaced by another so that this one is read there, and all others stay. */
export function isReplaceable(
  text: string,
  citation: FoundCitation,
  index: number,
  key: string,
  syntax: Syntax,
): boolean {
  if (!isWritable(key, syntax)) return false;
  const replaced = applyEdits(text, syntax.replaceKey(text, citation, index, key));
  const keys = citation.items.map((item, i) => (i === index ? key : item.key));
  return syntax.find(replaced).some((found) => found.range.start === citation.range.start && isRead([found], keys));
}

function isRead(found: readonly FoundCitation[], keys: readonly string[]): boolean {
  const read = found.flatMap(({ items }) => items.map((item) => item.key));
  return read.length === keys.length && read.every((key, i) => key === keys[i]);
}
