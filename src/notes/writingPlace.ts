import { findFrontMatter } from './frontMatterBlock';

const HEADING = /^#{1,6}(?:[ \t]|$)/;
const FENCE = /^ {0,3}(?:```|~~~)/;

/**
 * Where one goes on writing in a new note, as an offset: the line under the first heading that has nothing under it, else
 * under the first heading, else under the front matter. Never inside the front matter. Of three empty lines under a heading it is the
 * second, so that what is written touches neither this heading nor the next one.
 */
export function writingPlace(text: string): number {
  const block = findFrontMatter(text);
  const start = block?.closed ? block.bodyStart : 0;
  const lines = linesFrom(text, start);
  const headings = lines.flatMap((line, index) => (line.isHeading ? [index] : []));
  if (headings.length === 0) return lines.find(({ isEmpty }) => isEmpty)?.start ?? text.length;
  const empty = headings.find((heading) => emptyLines(lines, heading) > 0);
  if (empty === undefined) return lines.at(headings[0] + 1)?.start ?? text.length;
  return lines[empty + (emptyLines(lines, empty) < 3 ? 1 : 2)].start;
}

interface Line {
  readonly start: number;
  readonly isHeading: boolean;
  readonly isEmpty: boolean;
}

/** The lines of a text from an offset on; a `#` inside a block of code makes no heading. */
function linesFrom(text: string, start: number): Line[] {
  const lines: Line[] = [];
  let isCode = false;
  for (let at = start; at <= text.length;) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    const line = text.slice(at, end);
    if (FENCE.test(line)) isCode = !isCode;
    lines.push({ start: at, isHeading: !isCode && HEADING.test(line), isEmpty: line.trim() === '' });
    at = end + 1;
  }
  return lines;
}

/** How many empty lines stand between a heading and the next, or the end; 0 where something else stands there, too. */
function emptyLines(lines: readonly Line[], heading: number): number {
  const rest = lines.slice(heading + 1);
  const filled = rest.findIndex(({ isEmpty }) => !isEmpty);
  if (filled < 0) return rest.length;
  return rest[filled].isHeading ? filled : 0;
}
