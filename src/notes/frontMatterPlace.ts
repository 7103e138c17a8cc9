import type { OffsetRange } from '../base/position';
import { findFrontMatter } from './frontMatterBlock';

/** What is being written at a place of front matter. */
export type FrontMatterPlace =
  /** The name of a field at the start of a line; `stated` are those of the other lines. */
  | { readonly kind: 'field'; readonly range: OffsetRange; readonly stated: readonly string[] }
  /** A value, or an item of a list, of which `others` are the other items; `lacksBlank`: it follows the colon at once. */
  | {
      readonly kind: 'value';
      readonly field: string;
      readonly range: OffsetRange;
      readonly others: readonly string[];
      readonly lacksBlank: boolean;
    };

const FIELD = /^([\p{L}\w][\p{L}\w -]*):/u;
const ITEM = /^(\s*-\s+)(.*)$/;

/** Where in front matter an offset is; undefined where it is not in one, or in a value that takes more than a word. */
export function frontMatterPlace(text: string, offset: number): FrontMatterPlace | undefined {
  const block = findFrontMatter(text);
  if (!block || block.language !== '' || offset < block.fields.start || offset > block.fields.end) return undefined;
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = lineEnd(text, offset);
  const line = text.slice(start, end);
  const at = offset - start;
  const above = text.slice(block.fields.start, Math.max(block.fields.start, start)).split(/\r?\n/);
  const below = text.slice(Math.min(end, block.fields.end), block.fields.end).split(/\r?\n/);
  if (/^[\p{L}\w-]*$/u.test(line)) {
    const stated = [...above, ...below].flatMap((other) => FIELD.exec(other)?.[1] ?? []);
    return { kind: 'field', range: { start, end }, stated };
  }
  const [, field] = FIELD.exec(line) ?? [];
  if (field !== undefined) return at > field.length ? valuePlace(line, field, start, at) : undefined;
  const [, dash] = ITEM.exec(line) ?? [];
  if (dash === undefined || at < dash.length) return undefined;
  const isItem = (other: string) => ITEM.test(other) || other.trim() === '';
  const owner = above.findLastIndex((other) => !isItem(other) || FIELD.test(other));
  const [, listed] = /^([\p{L}\w][\p{L}\w -]*):\s*$/u.exec(above[owner] ?? '') ?? [];
  if (listed === undefined) return undefined;
  const after = below.slice(1);
  const last = after.findIndex((other) => !isItem(other));
  const items = [...above.slice(owner + 1), ...(last < 0 ? after : after.slice(0, last))];
  const others = items.flatMap((other) => plain(ITEM.exec(other)?.[2] ?? ''));
  return { kind: 'value', field: listed, range: { start: start + dash.length, end }, others, lacksBlank: false };
}

/** A value behind its field: the whole of it, or an item of `[a, b]`. */
function valuePlace(line: string, field: string, start: number, at: number): FrontMatterPlace | undefined {
  const from = field.length + 1;
  const blanks = /^\s*/.exec(line.slice(from))![0].length;
  const value = line.slice(from + blanks);
  const place = { kind: 'value', field, lacksBlank: blanks === 0 } as const;
  if (!value.startsWith('[')) {
    const range = { start: start + Math.min(from + blanks, at), end: start + Math.max(at, line.trimEnd().length) };
    return { ...place, range, others: [] };
  }
  const open = from + blanks + 1;
  if (at < open) return undefined;
  const close = line.indexOf(']', open) < 0 ? line.length : line.indexOf(']', open);
  if (at > close) return undefined;
  const itemStart = Math.max(open, line.lastIndexOf(',', at - 1) + 1);
  const comma = line.indexOf(',', at);
  const itemEnd = comma < 0 ? close : Math.min(comma, close);
  const skipped = /^\s*/.exec(line.slice(itemStart, at))![0].length;
  const others = [line.slice(open, Math.max(open, itemStart - 1)), line.slice(Math.min(close, itemEnd + 1), close)];
  return {
    ...place,
    range: { start: start + itemStart + skipped, end: start + Math.max(at, itemEnd) },
    others: others.flatMap((some) => some.split(',')).flatMap(plain),
  };
}

/** A word without its quotes; none for nothing. */
function plain(item: string): string[] {
  const word = item.trim().replace(/^(["'])(.*)\1$/, '$2');
  return word === '' ? [] : [word];
}

function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  const end = newline < 0 ? text.length : newline;
  return text[end - 1] === '\r' && end > offset ? end - 1 : end;
}
