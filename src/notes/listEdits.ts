import { isScalar, Scalar, type YAMLSeq } from 'yaml';
import type { OffsetRange } from '../base/position';
import { editBetween, shiftEdit, type TextEdit } from '../base/textEdit';
import { lineEndOf } from './lineEnd';
import { valueToYaml } from './yamlText';

/** An item of a block list, from the start of its line to the end of its last one. */
export interface ListItem extends OffsetRange {
  readonly value: string;
  /** What stands before the value: `  - `. */
  readonly prefix: string;
  /** Where the value stands, where it is in one line. */
  readonly place?: OffsetRange;
  /** The comment behind the value. */
  readonly comment?: string;
}

/** The items of a block list by their lines; undefined where it is not one plain item a line. */
export function listItems(text: string, offset: number, list: YAMLSeq): ListItem[] | undefined {
  const items = list.items.map((item): ListItem | undefined => {
    if (!isScalar(item) || !item.range) return undefined;
    const place = { start: offset + item.range[0], end: offset + item.range[1] };
    const start = text.lastIndexOf('\n', place.start) + 1;
    const end = text.indexOf('\n', place.end - 1) + 1;
    const prefix = /^[ \t]*-[ \t]+/.exec(text.slice(start, end))?.[0];
    if (prefix === undefined) return undefined;
    const value = String(item.value);
    if (item.type === Scalar.BLOCK_LITERAL || item.type === Scalar.BLOCK_FOLDED) return { start, end, value, prefix };
    const comment = /^[ \t]+(#.*?)\r?\n$/.exec(text.slice(place.end, end))?.[1];
    return { start, end, value, prefix, place, comment };
  });
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length && known.length > 0 ? known : undefined;
}

/**
 * Takes out and adds whole lines of a block list; undefined where none is to be left. The comment behind an item that goes stays in
 * the line.
 */
export function itemEdits(text: string, items: readonly ListItem[], values: readonly string[]): TextEdit[] | undefined {
  if (values.length === 0) return undefined;
  const last = items[items.length - 1];
  const gone = items.filter(({ value }) => !values.includes(value));
  const edits = gone.map((item): TextEdit => {
    return { start: item.start, end: item.end, newText: commentLine(item, lineEndOf(text)) };
  });
  const added = values.filter((value) => !items.some((item) => item.value === value));
  const newText = added.map((value) => last.prefix + valueToYaml(value) + lineEndOf(text)).join('');
  return newText === '' ? edits : [...edits, { start: last.end, end: last.end, newText }];
}

/**
 * Writes the items of a block list in an order; each keeps its line and what follows up to the next one. A new one comes into the line
 * of the one that stood in its place, where that goes; of others that go, the comments and what follows stay. Undefined where none is
 * to be left.
 */
export function orderedEdits(
  text: string,
  items: readonly ListItem[],
  values: readonly string[],
): TextEdit[] | undefined {
  if (values.length === 0) return undefined;
  const lineEnd = lineEndOf(text);
  const following = (i: number) => text.slice(items[i].end, items[i + 1]?.start ?? items[i].end);
  const sources = sourcesOf(items, values);
  const left = items.map((_, i) => i).filter((i) => !sources.includes(i));
  const leave = (i: number) => commentLine(items[i], lineEnd) + following(i);
  const lines = values.map((value, at) => {
    const source = sources[at];
    if (source === undefined) return items[0].prefix + valueToYaml(value) + lineEnd;
    const before = left.splice(0, left.filter((i) => i < source).length).map(leave);
    return before.join('') + lineWith(text, items[source], value) + following(source);
  });
  const start = items[0].start;
  const before = text.slice(start, items[items.length - 1].end);
  return [shiftEdit(editBetween(before, lines.join('') + left.map(leave).join('')), start)];
}

/** In the line of which item each value comes: its own, or one that goes. */
function sourcesOf(items: readonly ListItem[], values: readonly string[]): (number | undefined)[] {
  const taken = new Set<number>();
  const take = (i: number) => {
    const isFree = i >= 0 && i < items.length && !taken.has(i);
    if (isFree) taken.add(i);
    return isFree ? i : undefined;
  };
  const own = values.map((value) => take(items.findIndex((item, i) => item.value === value && !taken.has(i))));
  return own.map((source, at) => source ?? (items[at]?.place ? take(at) : undefined));
}

function lineWith(text: string, { start, end, value, place }: ListItem, wanted: string): string {
  if (value === wanted || !place) return text.slice(start, end);
  return text.slice(start, place.start) + valueToYaml(wanted) + text.slice(place.end, end);
}

/** The comment of an item as a line of its own; empty without one. */
function commentLine({ prefix, comment }: ListItem, lineEnd: string): string {
  return comment === undefined ? '' : /^[ \t]*/.exec(prefix)![0] + comment + lineEnd;
}
