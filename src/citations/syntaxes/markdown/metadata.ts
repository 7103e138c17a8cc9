import type { OffsetRange } from '../../../base/position';
import { isBlank, lineEnd, NEWLINE } from '../shared/characters';
import { frontMatterEnd } from './blocks';

/** So many blocks are looked for at most; a text full of rules has none behind the first pages anyway. */
const MOST = 50;

/**
 * The blocks of YAML metadata of a document: the front matter, and others anywhere behind a blank line (Pandoc manual,
 * "Extension: yaml_metadata_block").
 */
export function metadataBlocks(text: string): OffsetRange[] {
  const front = frontMatterEnd(text);
  const blocks: OffsetRange[] = front > 0 ? [{ start: 0, end: front }] : [];
  let from = Math.max(front - 1, 0);
  for (let i = 0; i < MOST; i++) {
    const mark = markOnLine(text, from);
    if (mark < 0) return blocks;
    const end = isBehindBlank(text, mark) ? blockEnd(text, mark + 1) : -1;
    if (end > 0) blocks.push({ start: mark + 1, end });
    from = end > 0 ? end - 1 : mark + 4;
  }
  return blocks;
}

/** The next line break before three hyphens, or -1. Hyphens are looked for, as there are fewer of them than lines. */
function markOnLine(text: string, from: number): number {
  let dashes = text.indexOf('---', from + 1);
  while (dashes > 0 && text.charCodeAt(dashes - 1) !== NEWLINE) {
    while (text.charCodeAt(dashes) === HYPHEN) dashes++;
    dashes = text.indexOf('---', dashes);
  }
  return dashes < 0 ? -1 : dashes - 1;
}

const HYPHEN = 45;

/** Whether the line that ends at `at` is blank. */
function isBehindBlank(text: string, at: number): boolean {
  let before = at;
  while (before > 0 && (isBlank(text.charCodeAt(before - 1)) || text.charCodeAt(before - 1) === 13)) before--;
  return before === 0 || text.charCodeAt(before - 1) === NEWLINE;
}

/** Behind the block whose first mark is at `start`; -1 where it is a rule, a table or the like. */
function blockEnd(text: string, start: number): number {
  const first = lineEnd(text, start) + 1;
  const content = text.slice(first, first + 200);
  if (text.slice(start, first).trimEnd() !== '---' || !/^(#|["']?[\w][\w -]{0,60}["']?[ \t]*:(\s|$))/.test(content))
    return -1;
  const end = frontMatterEnd(text.slice(start, start + LONGEST));
  return end > 0 ? start + end : -1;
}

/** How long a block behind the front matter may be. */
const LONGEST = 200_000;

/** Fields whose text is Markdown that a document shows. */
const PROSE = /^(abstract|thanks|acknowledge?ments?)[ \t]*:[ \t]*(?:[|>][+-]?\d?[ \t]*\r?$)?/i;

/** The values of the fields of a block that hold prose: abstracts and the like, up to the next line that is not indented. */
export function proseFields(text: string, { start, end }: OffsetRange): OffsetRange[] {
  const fields: OffsetRange[] = [];
  for (let line = start; line < end; line = lineEnd(text, line) + 1) {
    const stop = lineEnd(text, line);
    const name = PROSE.exec(text.slice(line, Math.min(stop, line + 80)));
    if (!name) continue;
    let last = stop;
    while (last + 1 < end && (isBlank(text.charCodeAt(last + 1)) || isLineBreak(text.charCodeAt(last + 1)))) {
      last = lineEnd(text, last + 1);
    }
    fields.push({ start: line + name[0].length, end: Math.min(last, end) });
    line = last;
  }
  return fields;
}

function isLineBreak(code: number): boolean {
  return code === NEWLINE || code === 13;
}
