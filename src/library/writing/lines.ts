import type { TextEdit } from '../../base/textEdit';

/** The line end that a text uses. */
export function eolOf(text: string): string {
  const first = /\r\n|\n|\r/.exec(text)?.[0];
  return first ?? '\n';
}

/** Inserts at the end of a text, after an empty line where something stands before. */
export function append(text: string, added: string): TextEdit[] {
  const eol = eolOf(text);
  const end = text.trimEnd().length;
  return [{ start: end, end: text.length, newText: `${end === 0 ? '' : eol + eol}${added.trimEnd()}${eol}` }];
}

/** Offset of the start of the line that an offset stands in. */
export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Offset of the end of the line, before its line end. */
export function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return end;
}

/** Offset after the line end that starts at an offset; the offset itself where none does. */
export function afterLineEnd(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return at + 2;
  return isLineEnd(text.charCodeAt(at)) ? at + 1 : at;
}

/** The spaces before an offset at the start of its line; undefined where something else stands before it. */
export function indentBefore(text: string, at: number): string | undefined {
  return startsLine(text, at) ? text.slice(skipBlanksBack(text, at), at) : undefined;
}

/** A text as one line, without control characters, which no file of references can hold. */
export function oneLine(text: string): string {
  return text
    .replace(/[\s\u0085]+/g, (space) => (/[\r\n\u0085\u2028\u2029\v\f]/.test(space) ? ' ' : space))
    .replace(/(?!\t)\p{Cc}/gu, '');
}

/** Offset of the first character from an offset on that is no space or tab. */
export function skipBlanks(text: string, at: number): number {
  let to = at;
  while (isBlank(text.charCodeAt(to))) to++;
  return to;
}

/** The same backwards: offset after the last character before an offset that is no space or tab. */
export function skipBlanksBack(text: string, at: number): number {
  let to = at;
  while (to > 0 && isBlank(text.charCodeAt(to - 1))) to--;
  return to;
}

/** Whether only spaces stand between the start of its line and an offset. */
export function startsLine(text: string, at: number): boolean {
  const before = skipBlanksBack(text, at);
  return before === 0 || isLineEnd(text.charCodeAt(before - 1));
}

/** Whether only spaces stand between an offset and the end of its line. */
export function endsLine(text: string, at: number): boolean {
  const after = skipBlanks(text, at);
  return after >= text.length || isLineEnd(text.charCodeAt(after));
}

/** Takes out a stretch of whole lines, with the empty lines that set it off from what follows; at the end, from what is before. */
export function removeLines(text: string, start: number, end: number): TextEdit {
  const from = lineStart(text, start);
  let to = afterLineEnd(text, lineEnd(text, end));
  for (let next = to; next < text.length && endsLine(text, next); to = next) {
    next = afterLineEnd(text, lineEnd(text, next));
    if (next === to) break;
  }
  if (text.slice(to).trim() !== '') return { start: from, end: to, newText: '' };
  const kept = text.slice(0, from).trimEnd().length;
  const keptEnd = kept === 0 ? 0 : afterLineEnd(text, lineEnd(text, kept));
  return { start: Math.min(keptEnd, from), end: text.length, newText: '' };
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
