import type { OffsetRange } from '../../base/position';

/** A list in a YAML text whose items can be parsed a few at a time. */
export interface DividedList {
  /** The text with one item in the place of all: what stands around the list is right if this is. */
  readonly outline: string;
  /** Where that item stands in the outline. */
  readonly at: number;
  /** Items that follow one another, in stretches of whole lines. Each is a list of its own. */
  readonly pieces: readonly OffsetRange[];
}

/** A line: where it starts, and where its first character that is no space stands. */
interface Line {
  readonly start: number;
  readonly content: number;
}

const PLACEHOLDER = '0\n';

/** A piece ends with the item that passes so many characters: to be parsed it takes a hundred times their memory. */
const PIECE = 64 * 1024;

/**
 * Divides the list of references of a text between items: the one below `references:`, or the text itself. An item ends before
 * the next dash that stands as far to the right as its own: whatever an item holds stands farther in. Undefined where the list
 * is written in another way, or the text says how it is to be read.
 */
export function divideList(text: string, most = PIECE): DividedList | undefined {
  const first = firstItem(text);
  if (first === undefined) return undefined;
  const indent = first.content - first.start;
  const pieces: OffsetRange[] = [];
  let start = first.start;
  let end = text.length;
  for (const line of linesFrom(text, start)) {
    if (line.content - line.start > indent || isEmpty(text, line)) continue;
    if (line.content - line.start < indent || !hasDash(text, line)) {
      end = line.start;
      break;
    }
    if (line.start === start || line.start - start < most) continue;
    pieces.push({ start, end: line.start });
    start = line.start;
  }
  pieces.push({ start, end });
  const outline = `${text.slice(0, first.content)}- ${PLACEHOLDER}${text.slice(end)}`;
  return { outline, at: first.content + 2, pieces };
}

/** The line of the first item; undefined where the list begins in the middle of a line, or not at all. */
function firstItem(text: string): Line | undefined {
  let isAwaited = true;
  for (const line of linesFrom(text, 0)) {
    if (isEmpty(text, line) || /^---\r?$/.test(lineText(text, line))) continue;
    if (isAwaited && hasDash(text, line)) return line;
    if (text[line.start] === '%') return undefined;
    isAwaited = /^references:[ \t\r]*(?:[ \t]#.*)?$/.test(lineText(text, line));
  }
  return undefined;
}

function* linesFrom(text: string, from: number): Generator<Line> {
  for (let start = from, next = 0; start < text.length; start = next) {
    let content = start;
    while (text[content] === ' ') content++;
    yield { start, content };
    next = text.indexOf('\n', content) + 1 || text.length;
  }
}

function lineText(text: string, { start, content }: Line): string {
  const end = text.indexOf('\n', content);
  return text.slice(start, end < 0 ? text.length : end);
}

/** Whether a line is blank or a comment. */
function isEmpty(text: string, { content }: Line): boolean {
  return text[content] === '#' || /^[ \t]*\r?$/.test(lineText(text, { start: content, content }));
}

function hasDash(text: string, { content }: Line): boolean {
  return text[content] === '-' && /^\s?$/.test(text.slice(content + 1, content + 2));
}
