import type { OutputFormat } from './contract';
import { type Mark, MARKS, type Run } from './runs';
import type { Writer } from './writer';
import { WRITERS } from './writers';

/** Runs written in a format. All their text is escaped for it; web addresses become links where a format has them. */
export function writeRuns(runs: readonly Run[], format: OutputFormat): string {
  const writer = WRITERS[format];
  const text = write(runs, MARKS, writer);
  return writer.paragraph ? writer.paragraph(text) : text;
}

/** Runs that share a mark get it together, so that no mark ends where the next begins. */
function write(runs: readonly Run[], marks: readonly Mark[], writer: Writer): string {
  if (marks.length === 0) return runs.map(({ text }) => writeText(text, writer)).join('');
  const [mark, ...rest] = marks;
  let result = '';
  for (let at = 0; at < runs.length;) {
    const marked = runs[at].marks.has(mark);
    let end = at + 1;
    while (end < runs.length && runs[end].marks.has(mark) === marked) end++;
    const inner = write(runs.slice(at, end), rest, writer);
    result += marked ? wrap(inner, writer.marks[mark]) : inner;
    at = end;
  }
  return result;
}

/** Blanks at the ends stay outside of marks, which Markdown would else not take. */
function wrap(text: string, [before, after]: readonly [string, string]): string {
  const start = text.length - text.trimStart().length;
  const inner = text.trim();
  return inner === '' ? text : text.slice(0, start) + before + inner + after + text.slice(start + inner.length);
}

const URL = /https?:\/\/[^\s<>"'\u201c\u201d]+[^\s<>"'\u201c\u201d.,;:!?)\]}]/g;

function writeText(text: string, writer: Writer): string {
  let result = '';
  let at = 0;
  for (const match of text.matchAll(URL)) {
    result += writer.escape(text.slice(at, match.index)) + writer.link(match[0]);
    at = match.index + match[0].length;
  }
  return result + writer.escape(text.slice(at));
}
