import { isCollection, isMap, isNode, isScalar, isSeq, type Pair, Scalar, type YAMLMap } from 'yaml';
import type { OffsetRange } from '../base/position';
import { applyEdits, type TextEdit } from '../base/textEdit';
import { findFrontMatter, foreignLanguage, type FrontMatterBlock } from './frontMatterBlock';
import { readFrontMatter } from './frontMatter';
import { lineEndOf } from './lineEnd';
import { itemEdits, listItems, orderedEdits } from './listEdits';
import type { NoteProblem } from './problem';
import { rangeIn } from './rangeIn';
import { sameData } from './sameData';
import { parseYaml } from './yamlFields';
import { simpleEdit } from './simpleEdit';
import { commentsIn } from './yamlComments';
import { fieldsToYaml, type FieldValue, valueToYaml } from './yamlText';

/** The edits of a note's text, or what keeps it from being edited. */
export interface FieldEdits {
  readonly edits: readonly TextEdit[];
  readonly problem?: NoteProblem;
}

export interface SetFieldOptions {
  /** Whether the items of a list have an order that counts, as authors have; tags have none. */
  readonly ordered?: boolean;
}

/**
 * Sets one field of a note's front matter by the smallest edit: comments, order, quotes of other values and line
 * endings stay. Items of a block list are taken out and added one by one. A text without front matter gets one. Where
 * the front matter cannot be read, or a strange form of it would not hold the value, there is a problem and no edit.
 */
export function setField(text: string, field: string, value: FieldValue, options: SetFieldOptions = {}): FieldEdits {
  const language = foreignLanguage(text);
  if (language !== undefined) {
    const place = rangeIn(text, { start: 0, end: Math.max(text.indexOf('\n'), 1) });
    return { edits: [], problem: { code: 'front-matter-language', severity: 'warning', language, range: place } };
  }
  const front = readFrontMatter(text);
  if (front.problem && front.problem.code !== 'front-matter-duplicate-field')
    return { edits: [], problem: front.problem };
  const isSet = (data: Record<string, unknown>) => same(data[field], value, options);
  if (isSet(front.data)) return { edits: [] };
  const simple = simpleEdit(text, field, value);
  const edits = simple ? [simple] : parsedEdits(text, field, value, options);
  const { data } = readFrontMatter(applyEdits(text, edits));
  if (isSet(data) && sameBut(field, data, front.data) && staysJson(text, edits)) return { edits };
  const place = front.values.get(field) ?? { start: 0, end: 0 };
  return {
    edits: [],
    problem: { code: 'field-not-editable', severity: 'warning', field, range: rangeIn(text, place) },
  };
}

/** Front matter that is JSON, whatever its first line says, is JSON to other tools: so it stays. */
function staysJson(text: string, edits: readonly TextEdit[]): boolean {
  const fields = fieldsIn(text);
  return !/^\s*\{/.test(fields) || !isJson(fields) || isJson(fieldsIn(applyEdits(text, edits)));
}

function fieldsIn(text: string): string {
  const block = findFrontMatter(text);
  return block?.closed ? text.slice(block.fields.start, block.fields.end) : '';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The edits by a parser of YAML. Whether they hold is for the caller to see. */
export function parsedEdits(text: string, field: string, value: FieldValue, options: SetFieldOptions = {}): TextEdit[] {
  const block = findFrontMatter(text);
  if (!block?.closed) return [newFrontMatter(text, field, value)];
  const { contents } = parseYaml(text.slice(block.fields.start, block.fields.end));
  const isEmpty = contents === null || (isScalar(contents) && contents.value === null);
  if (!isEmpty && !isMap(contents)) return [newFrontMatter(text, field, value)];
  const map = isMap(contents) ? (contents as YAMLMap) : undefined;
  const pair = map?.items.find(({ key }) => isScalar(key) && String(key.value) === field);
  if (pair) return replaceValue(text, block, pair, value, { ...options, isFlow: map!.flow });
  return [appendField(text, block, map, field, value)];
}

/** Front matter before all else; our own lines end as those of the text do. */
function newFrontMatter(text: string, field: string, value: FieldValue): TextEdit {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const end = lineEndOf(text);
  const lines = ['---', ...fieldsToYaml({ [field]: value }).split('\n'), '---', ''];
  return { start, end: start, newText: lines.join(end) + (text.length > start ? end : '') };
}

function appendField(
  text: string,
  block: FrontMatterBlock,
  map: YAMLMap | undefined,
  field: string,
  value: FieldValue,
): TextEdit {
  const { start, end } = block.fields;
  const lineEnd = lineEndOf(text);
  const asJson = `${JSON.stringify(field)}: ${JSON.stringify(value)}`;
  if (map?.flow) {
    const last = map.items.at(-1)?.value;
    const at = start + ((isNode(last) && last.range?.[1]) || map.range![1] - 1);
    return { start: at, end: at, newText: map.items.length > 0 ? `, ${asJson}` : asJson };
  }
  if (!map && block.language === 'json')
    return { start: end, end, newText: `{ ${asJson} }${end === start ? lineEnd : ''}` };
  const firstKey = map?.items[0]?.key;
  const column = isNode(firstKey) ? columnAt(text, start + firstKey.range![0]) : 0;
  const lines = fieldsToYaml({ [field]: value }).split('\n');
  const added = lines.map((line) => ' '.repeat(column) + line).join(lineEnd);
  if (end === start) return { start, end: start, newText: added + lineEnd };
  return { start: end, end, newText: lineEnd + added };
}

function replaceValue(
  text: string,
  block: FrontMatterBlock,
  pair: Pair,
  value: FieldValue,
  { ordered, isFlow }: SetFieldOptions & { readonly isFlow?: boolean },
): TextEdit[] {
  // Between braces only quotes keep commas and braces apart from those around them; and so JSON stays JSON.
  const written = isFlow ? JSON.stringify(value) : valueToYaml(value);
  const offset = block.fields.start;
  const node = isNode(pair.value) ? pair.value : undefined;
  if (node && isSeq(node) && !node.flow && Array.isArray(value)) {
    const items = listItems(text, offset, node);
    const edits = items && (ordered ? orderedEdits : itemEdits)(text, items, value as readonly string[]);
    if (edits) return edits;
  }
  const colon = colonOf(pair);
  if (!node?.range || colon === undefined) return [];
  const [start, end] = [offset + node.range[0], offset + node.range[1]];
  const replacing = (place: OffsetRange, newText: string) => [
    { ...place, newText },
    ...commentsBelow(text, offset, pair, place),
  ];
  if (start < end && !isBlock(node)) return replacing({ start, end }, written);
  // Without a value yet, or with one that begins on a line of its own: what replaces it comes right after the colon.
  const from = offset + colon + 1;
  const length = start < end ? text.slice(from, end).trimEnd().length : 0;
  return replacing({ start: from, end: from + length }, ` ${written}`);
}

/** Keeps the comments in what is replaced of a field, below it, a line each. */
function commentsBelow(text: string, offset: number, { key, srcToken }: Pair, { start, end }: OffsetRange): TextEdit[] {
  const comments = commentsIn(srcToken).filter((one) => offset + one.start >= start && offset + one.end <= end);
  if (comments.length === 0) return [];
  const indent = isNode(key) ? ' '.repeat(columnAt(text, offset + key.range![0])) : '';
  const newText = comments.map((one) => indent + one.text + lineEndOf(text)).join('');
  const below = text.indexOf('\n', end) + 1;
  return [{ start: below, end: below, newText }];
}

function colonOf({ srcToken }: Pair): number | undefined {
  const separators = srcToken && 'sep' in srcToken ? srcToken.sep : undefined;
  return separators?.find(({ type }) => type === 'map-value-ind')?.offset;
}

function isBlock(node: unknown): boolean {
  if (isCollection(node)) return !node.flow;
  return isScalar(node) && (node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL);
}

function columnAt(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

function sameBut(field: string, a: object, b: object): boolean {
  const others = (data: object) => Object.entries(data).filter(([name]) => name !== field);
  return sameData(others(a), others(b));
}

/** Equal, where the items of lists without order may come in any. */
function same(a: unknown, b: unknown, { ordered }: SetFieldOptions): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  const listed = (list: unknown[]) => JSON.stringify(ordered ? list.map(String) : list.map(String).sort());
  return listed(a) === listed(b);
}
