import { findFrontMatter } from './frontMatterBlock';

const HEADING = /^#{1,6}(?:[ \t]|$)/;
const FENCE = /^ {0,3}(?:```|~~~)/;

/**
 * Where one goes on writing in a new note, as an offset: the line under the first heading that has nothing under it, else
 * under the first heading, else under the front matter. Never inside the front matter.
 */
export function writingPlace(text: string): number {
  const block = findFrontMatter(text);
  const start = block?.closed ? block.bodyStart : 0;
  const lines = linesFrom(text, start);
  const headings = lines.flatMap((line, index) => (line.isHeading ? [index] : []));
  if (headings.length === 0) return lines.find(({ isEmpty }) => isEmpty)?.start ?? text.length;
  const empty = headings.find((heading) => isEmptySection(lines, heading));
  return lines.at((empty ?? headings[0]) + 1)?.start ?? text.length;
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

/** Whether only empty lines, at least one, stand between a heading and the next, or the end. */
function isEmptySection(lines: readonly Line[], heading: number): boolean {
  const rest = lines.slice(heading + 1);
  const filled = rest.findIndex(({ isEmpty }) => !isEmpty);
  return filled < 0 ? rest.length > 0 : filled > 0 && rest[filled].isHeading;
}
