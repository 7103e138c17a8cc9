import { codeAt, isAlphanumeric } from '../shared/characters';

/** Whether a character may stand in `<label>` and `@label` (Typst's lexer: identifier characters, `-`, `:`, `.`). */
export function isLabelCharacter(code: number): boolean {
  return isAlphanumeric(code) || code === 95 || code === 45 || code === 58 || code === 46;
}

/** The end of the label text that starts at `start`, with all `.` and `:` that follow. */
export function labelEnd(text: string, start: number): number {
  let at = start;
  while (isLabelCharacter(codeAt(text, at))) at++;
  return at;
}

/** The end of the label of a reference `@label`: a final `.` or `:` belongs to the sentence. */
export function referenceEnd(text: string, start: number): number {
  let at = labelEnd(text, start);
  while (at > start && (text.charCodeAt(at - 1) === 46 || text.charCodeAt(at - 1) === 58)) at--;
  return at;
}

/** The key as a label in code: `<key>`, or `label("key")` for characters that `<>` cannot hold. */
export function writeLabel(key: string): string {
  const held = key.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim() || '_';
  if (labelEnd(held, 0) === held.length) return `<${held}>`;
  return `label("${held.replace(/[\\"]/g, '\\$&')}")`;
}

/** Whether `@key` is read as a reference to just this key. */
export function isPlainReference(key: string): boolean {
  return key !== '' && referenceEnd(key, 0) === key.length;
}
