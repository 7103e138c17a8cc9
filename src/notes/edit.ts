import { isCollection, isMap, isNode, isScalar, isSeq, type Pair, Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { OffsetRange } from '../base/position';
import { applyEdits, editBetween, shiftEdit, type TextEdit } from '../base/textEdit';
import { findFrontMatter, type FrontMatterBlock } from './frontMatterBlock';
import { readFrontMatter } from './frontMatter';
import type { NoteProblem } from './problem';
import { rangeIn } from './rangeIn';
import { parseYaml } from './yamlFields';
import { simpleEdit } from './simpleEdit';
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
  if (TOML.test(text)) {
    const place = rangeIn(text, { start: 0, end: text.indexOf('\n') });
    return {
      edits: [],
      problem: { code: 'front-matter-language', severity: 'warning', language: 'toml', range: place },
    };
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

/** Front matter in TOML, as Hugo has it: a second one in YAML would break the page. */
const TOML = /^\ufeff?\+\+\+[ \t]*\r?\n/;

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
  if (start < end && !isBlock(node)) return [{ start, end, newText: written }];
  // Without a value yet, or with one that begins on a line of its own: what replaces it comes right after the colon.
  const from = offset + colon + 1;
  const length = start < end ? text.slice(from, end).trimEnd().length : 0;
  return [{ start: from, end: from + length, newText: ` ${written}` }];
}

function colonOf({ srcToken }: Pair): number | undefined {
  const separators = srcToken && 'sep' in srcToken ? srcToken.sep : undefined;
  return separators?.find(({ type }) => type === 'map-value-ind')?.offset;
}

function isBlock(node: unknown): boolean {
  if (isCollection(node)) return !node.flow;
  return isScalar(node) && (node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL);
}

/** An item of a block list that stands in a line of its own. */
interface ListItem extends OffsetRange {
  readonly value: string;
  /** What stands before the value: `  - `. */
  readonly prefix: string;
}

/** The items of a block list by their lines; undefined where it is not one plain item a line. */
function listItems(text: string, offset: number, list: YAMLSeq): ListItem[] | undefined {
  const items = list.items.map((item) => {
    if (!isScalar(item) || !item.range) return undefined;
    const start = text.lastIndexOf('\n', offset + item.range[0]) + 1;
    const end = text.indexOf('\n', offset + item.range[1] - 1) + 1;
    const prefix = /^[ \t]*-[ \t]+/.exec(text.slice(start, end))?.[0];
    return prefix === undefined ? undefined : { start, end, value: String(item.value), prefix };
  });
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length && known.length > 0 ? known : undefined;
}

/** Takes out and adds whole lines of a block list; undefined where nothing of it stays. */
function itemEdits(text: string, items: readonly ListItem[], values: readonly string[]): TextEdit[] | undefined {
  const last = items[items.length - 1];
  if (!items.some(({ value }) => values.includes(value))) return undefined;
  const gone = items.filter(({ value }) => !values.includes(value));
  const edits = gone.map(({ start, end }): TextEdit => ({ start, end, newText: '' }));
  const added = values.filter((value) => !items.some((item) => item.value === value));
  const newText = added.map((value) => last.prefix + valueToYaml(value) + lineEndOf(text)).join('');
  return newText === '' ? edits : [...edits, { start: last.end, end: last.end, newText }];
}

/** Writes the items of a block list in an order; each keeps its line and what follows up to the next one. */
function orderedEdits(text: string, items: readonly ListItem[], values: readonly string[]): TextEdit[] | undefined {
  if (values.length === 0) return undefined;
  const left = items.map((item, i) => ({ ...item, text: text.slice(item.start, items[i + 1]?.start ?? item.end) }));
  const lines = values.map((value) => {
    const known = left.findIndex((item) => item.value === value);
    return known < 0 ? items[0].prefix + valueToYaml(value) + lineEndOf(text) : left.splice(known, 1)[0].text;
  });
  const start = items[0].start;
  const before = text.slice(start, items[items.length - 1].end);
  return [shiftEdit(editBetween(before, lines.join('')), start)];
}

function columnAt(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

function lineEndOf(text: string): string {
  const newline = text.indexOf('\n');
  return newline > 0 && text[newline - 1] === '\r' ? '\r\n' : '\n';
}

function sameBut(field: string, a: object, b: object): boolean {
  const others = (data: object) => JSON.stringify(Object.entries(data).filter(([name]) => name !== field));
  return others(a) === others(b);
}

/** Equal, where the items of lists without order may come in any. */
function same(a: unknown, b: unknown, { ordered }: SetFieldOptions): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  const listed = (list: unknown[]) => JSON.stringify(ordered ? list.map(String) : list.map(String).sort());
  return listed(a) === listed(b);
}
