import type { OffsetRange } from '../../../base/position';
import { skippedInMarkdown } from '../markdown/skipped';
import { trimmed } from '../shared/pieces';

/** A tag of Liquid, `{% name arguments %}`. */
export interface Tag {
  readonly range: OffsetRange;
  readonly name: string;
  /** What stands behind the name, without blanks at its ends. */
  readonly args: OffsetRange | undefined;
}

/** How long a tag may be. */
const LONGEST = 20_000;

/** Blocks whose content is shown as it is, or not at all. */
const RAW: ReadonlySet<string> = new Set(['raw', 'comment', 'highlight', 'codeblock', 'doc']);

/** The tags of a page, in order, without those in code, comments and raw blocks. */
export function tagsIn(text: string): Tag[] {
  return withoutUnread(text, allTags(text));
}

/** Leaves out the tags of what `{% if false %}` and `{% unless true %}` never show. */
function withoutUnread(text: string, tags: readonly Tag[]): Tag[] {
  const shown: Tag[] = [];
  /** The conditions around, and from which of them on nothing is shown. */
  let depth = 0;
  let hidden = Infinity;
  for (const tag of tags) {
    const opens = tag.name === 'if' || tag.name === 'unless';
    if (opens && ++depth < hidden && isNeverTrue(text, tag)) hidden = depth;
    else if (/^els(?:e|if)$/.test(tag.name) && depth === hidden) hidden = Infinity;
    else if (depth < hidden) shown.push(tag);
    if (/^end(?:if|unless)$/.test(tag.name) && depth-- === hidden) hidden = Infinity;
  }
  return shown;
}

function isNeverTrue(text: string, { name, args }: Tag): boolean {
  return args !== undefined && text.slice(args.start, args.end) === (name === 'if' ? 'false' : 'true');
}

function allTags(text: string): Tag[] {
  const tags: Tag[] = [];
  const code = text.includes('{%') ? codeIn(text) : [];
  /** Ends of raw blocks that are not to come any more. */
  const unended = new Set<string>();
  let next = 0;
  for (let start = text.indexOf('{%'); start >= 0;) {
    while (next < code.length && code[next].end <= start) next++;
    if (next < code.length && code[next].start <= start) {
      start = text.indexOf('{%', code[next].end);
      continue;
    }
    const close = text.indexOf('%}', start + 2);
    if (close < 0) break;
    // A tag that nothing closes before the next one is none.
    start = text.lastIndexOf('{%', close - 2);
    const tag = close - start < LONGEST && !isInOutput(text, start) ? tagAt(text, start, close) : undefined;
    if (tag) tags.push(tag);
    start = text.indexOf('{%', tag ? rawEnd(text, tag, unended) : close + 2);
  }
  return tags;
}

/** So far before a tag the output is looked for that it may be part of. */
const OUTPUT = 200;

/** Whether an output of Liquid, `{{ … }}`, goes on at an offset: what looks like a tag in it is text. */
function isInOutput(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - OUTPUT), at);
  const open = before.lastIndexOf('{{');
  return open >= 0 && !before.includes('}', open);
}

function tagAt(text: string, start: number, close: number): Tag | undefined {
  const from = text[start + 2] === '-' ? start + 3 : start + 2;
  const to = text[close - 1] === '-' && close - 1 >= from ? close - 1 : close;
  const inside = trimmed(text, from, to);
  const name =
    inside && /^\w{1,40}(?![^\s])/.exec(text.slice(inside.start, Math.min(inside.end, inside.start + 41)))?.[0];
  if (!inside || !name) return undefined;
  const args = trimmed(text, inside.start + name.length, inside.end);
  return { range: { start, end: close + 2 }, name, args };
}

/** Behind the raw block that a tag opens; behind the tag where it opens none. */
function rawEnd(text: string, { name, range }: Tag, unended: Set<string>): number {
  if (!RAW.has(name) || unended.has(name)) return range.end;
  const end = new RegExp(`\\{%-?[ \\t]{0,8}end${name}[ \\t]{0,8}-?%\\}`, 'g');
  end.lastIndex = range.end;
  if (end.test(text)) return end.lastIndex;
  unended.add(name);
  return range.end;
}

/** Code, comments and front matter of a page. Maths and addresses of links are no code. */
function codeIn(text: string): OffsetRange[] {
  return skippedInMarkdown(text).filter(({ start }) => isCode(text, start));
}

function isCode(text: string, start: number): boolean {
  return /^(?:[`~>\s\d*+-]|<!--|<(?:pre|code|script|style)\b)/i.test(text.slice(start, start + 8));
}
