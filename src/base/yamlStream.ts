import type { OffsetRange } from './position';

/** A line that ends a document of YAML, wherever it stands in it, or begins one (YAML 1.2.2, section 9.1.2). */
const MARKER = /^(---|\.\.\.)(?=[ \t\r\n]|$)[^\n]*\n?/gm;

/**
 * The documents of a text, each with the marks and directives before it; one alone is the whole text. None of the later ones is empty.
 */
export function documentRanges(text: string): OffsetRange[] {
  const ranges: OffsetRange[] = [];
  let start = 0;
  const endAt = (end: number, next: number): void => {
    if (ranges.length === 0 || !isEmpty(text.slice(start, end))) ranges.push({ start, end });
    start = next;
  };
  for (const { 0: line, 1: mark, index } of text.matchAll(MARKER)) {
    if (mark === '...') endAt(index + line.length, index + line.length);
    else if (!isHead(text.slice(start, index))) endAt(index, index);
  }
  const isAlone = ranges.length === 0 || isEmpty(text.slice(start));
  if (!isAlone) ranges.push({ start, end: text.length });
  if (ranges.length > 1) return ranges;
  return [{ start: 0, end: text.length }];
}

/** Whether a text has nothing but comments and directives. */
function isHead(text: string): boolean {
  return /^(?:[ \t]*(?:#[^\n]*)?\r?\n|%[^\n]*\n)*[ \t]*$/.test(text);
}

/** Whether there is nothing in a document, whatever stands around it. */
function isEmpty(text: string): boolean {
  return isHead(text.replace(MARKER, ''));
}
