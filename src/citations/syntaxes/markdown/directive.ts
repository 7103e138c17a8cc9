import { lineEnd } from '../shared/characters';

/** Directives that are given the path of a file or the like, and no text. */
const OF_FILES = /^(?:figure|image|grid|cards?|tab-set|list-table|div)$/;

/** Where the text begins that a directive of MyST is given on its line, behind its name; the end of the line where that is none. */
export function argumentStart(text: string, fence: number, end: number): number {
  const open = text.indexOf('{', fence);
  const close = text.indexOf('}', fence);
  if (open < 0 || close < 0 || close > end) return end;
  return OF_FILES.test(text.slice(open + 1, close).trim()) ? end : close + 1;
}

const OPTION = /[ \t>]*:[\w-]+:.*/y;
const MARK = /[ \t>]*---[ \t]*\r?$/my;

/** Behind the options of a directive whose first line may start at `at`: `:name: x` on a line each, or a block of YAML. */
export function optionsEnd(text: string, at: number): number {
  if (matches(MARK, text, at)) {
    for (let line = lineEnd(text, at) + 1; line < text.length; line = lineEnd(text, line) + 1) {
      if (matches(MARK, text, line)) return Math.min(lineEnd(text, line) + 1, text.length);
      if (line - at > LONGEST) break;
    }
    return at;
  }
  let end = at;
  while (end < text.length && matches(OPTION, text, end)) end = Math.min(lineEnd(text, end) + 1, text.length);
  return end;
}

/** How long a block of options may be. */
const LONGEST = 5000;

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
