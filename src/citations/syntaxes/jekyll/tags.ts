import type { OffsetRange } from '../../../base/position';
import { skippedInMarkdown } from '../markdown/skipped';
import { isAlphanumeric, isSpace } from '../shared/characters';
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
  return [...shownTags(text)];
}

/** The same, one after the other. Those of what `{% if false %}` and `{% unless true %}` never show are left out. */
export function* shownTags(text: string): Generator<Tag> {
  /** The conditions around, and from which of them on nothing is shown. */
  let depth = 0;
  let hidden = Infinity;
  for (const tag of allTags(text)) {
    const opens = tag.name === 'if' || tag.name === 'unless';
    if (opens && ++depth < hidden && isNeverTrue(text, tag)) hidden = depth;
    else if ((tag.name === 'else' || tag.name === 'elsif') && depth === hidden) hidden = Infinity;
    else if (depth < hidden) yield tag;
    if ((tag.name === 'endif' || tag.name === 'endunless') && depth-- === hidden) hidden = Infinity;
  }
}

function isNeverTrue(text: string, { name, args }: Tag): boolean {
  return args !== undefined && text.slice(args.start, args.end) === (name === 'if' ? 'false' : 'true');
}

function* allTags(text: string): Generator<Tag> {
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
    if (tag) yield tag;
    start = text.indexOf('{%', tag ? rawEnd(text, tag, unended) : close + 2);
  }
}

/** So far before a tag the output is looked for that it may be part of. */
const OUTPUT = 200;

/** Whether an output of Liquid, `{{ … }}`, goes on at an offset: what looks like a tag in it is text. */
function isInOutput(text: string, at: number): boolean {
  const from = Math.max(0, at - OUTPUT);
  for (let open = at - 2; open >= from; open--) {
    if (text.charCodeAt(open + 1) === BRACE_CLOSE) return false;
    if (text.charCodeAt(open) === BRACE && text.charCodeAt(open + 1) === BRACE) return true;
  }
  return false;
}

const BRACE = 123;
const BRACE_CLOSE = 125;

function tagAt(text: string, start: number, close: number): Tag | undefined {
  const from = text[start + 2] === '-' ? start + 3 : start + 2;
  const to = text[close - 1] === '-' && close - 1 >= from ? close - 1 : close;
  const inside = trimmed(text, from, to);
  const end = inside && nameEnd(text, inside);
  if (!end) return undefined;
  return {
    range: { start, end: close + 2 },
    name: text.slice(inside.start, end),
    args: trimmed(text, end, inside.end),
  };
}

/** How long the name of a tag may be. */
const LONGEST_NAME = 40;

/** Behind the word that a stretch begins with; undefined where that is no name. */
function nameEnd(text: string, { start, end }: OffsetRange): number | undefined {
  let at = start;
  while (at < end && isInName(text.charCodeAt(at))) at++;
  const isWhole = at === end || isSpace(text.charCodeAt(at)) || /\s/.test(text[at]);
  return isWhole && at > start && at - start <= LONGEST_NAME ? at : undefined;
}

function isInName(code: number): boolean {
  return code === 95 /* _ */ || (code < 128 && isAlphanumeric(code));
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
