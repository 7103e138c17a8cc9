import { type YAMLMap, type YAMLSeq } from 'yaml';
import { editBetween, shiftEdit, type TextEdit } from '../../base/textEdit';
import { documentRanges } from '../../base/yamlStream';
import { itemOf, cslFields, cslKeyFields, cslReplacement, writtenCsl } from './cslFields';
import { markdownOfMarkup, RICH_FIELDS } from '../formats/markdownMarkup';
import type { CslItem } from '../model/csl';
import { isRefusal, type EditRefusal } from './editRefusal';
import { isPlainKey } from './legalKey';
import { append, eolOf, indentBefore, lineEnd, lineStart, removeLines, skipBlanksBack } from './lines';
import type { Draw, FieldChange, FieldValue, SourceEditor } from './sourceChange';
import { isPlaced, itemAt, placeOf, yamlItems, type YamlItems } from './yamlDocument';
import { insertLine, setMember } from './yamlMembers';
import type { WrittenEntry } from './entryToWrite';
import { yamlBlock, yamlFlow } from './yamlText';

const add: Draw<'add'> = (text, { entries }) => {
  const found = yamlItems(text);
  if (isRefusal(found)) return found;
  const { list, pair } = found;
  const items = entries.map(yamlItemOf);
  const eol = eolOf(text);
  if (list === undefined && pair === undefined) return append(text, `references:${eol}${yamlBlock(items, '', eol)}`);
  if (list === undefined || (list.flow && list.items.length === 0)) return [startList(text, found, items)];
  if (list.flow) return [addToFlow(text, list, items)];
  const last = placeOf(list.items.at(-1));
  const dash = dashOf(text, placeOf(list.items.at(-1))[0]);
  const indent = indentBefore(text, dash) ?? '';
  const gap = list.items.length > 1 && isSpaced(text, list) ? eol : '';
  return [editBetween(text, insertLine(text, last[1], gap + yamlBlock(items, indent, eol), eol))];
};

const replaceKey: Draw<'replaceKey'> = (text, { at, key }) => {
  if (!isPlainKey(key)) return { code: 'unfit-key', key };
  return changeItem(text, at, (item) => cslKeyFields(item, key));
};

const setFields: Draw<'setFields'> = (text, { at, fields }) => changeItem(text, at, () => fields.map(inMarkdown));

const replaceEntry: Draw<'replaceEntry'> = (text, { at, entry }) =>
  changeItem(text, at, (item) => cslReplacement(item, yamlItemOf(entry)));

const removeEntry: Draw<'removeEntry'> = (text, { at }) => {
  const found = yamlItems(text);
  if (isRefusal(found)) return found;
  const { list } = found;
  const index = list?.items.findIndex((node) => isPlaced(node) && node.range[0] <= at && at < node.range[1]) ?? -1;
  if (!list || index < 0) return { code: 'no-entry' };
  const [start, end] = placeOf(list.items[index]);
  if (list.items.length === 1) return [emptied(text, found, list)];
  if (list.flow) return [removeFromFlow(list, index)];
  const last = start + text.slice(start, end).trimEnd().length;
  return [removeLines(text, dashOf(text, start), last)];
};

/** An entry as an item of a file that pandoc reads: its titles are Markdown there. */
function yamlItemOf(entry: WrittenEntry): CslItem {
  return Object.fromEntries(
    Object.entries(itemOf(entry)).map(([name, value]) => inMarkdown([name, value as FieldValue])),
  );
}

function inMarkdown([name, value]: FieldChange): FieldChange {
  return [name, RICH_FIELDS.has(name) && typeof value === 'string' ? markdownOfMarkup(value) : value];
}

/** Makes a list of `references:` without a value, with `null` or `~`, or of an empty one. Comments in the line stay there. */
function startList(text: string, { list, pair }: YamlItems, items: readonly unknown[]): TextEdit {
  const eol = eolOf(text);
  const colon = pair ? text.indexOf(':', placeOf(pair.key)[1]) + 1 : 0;
  const nothing = pair && isPlaced(pair.value) ? placeOf(pair.value) : [colon, colon];
  const [start, end] = list ? placeOf(list) : nothing[1] > nothing[0] ? nothing : [colon, colon];
  const head = text.slice(0, pair ? skipBlanksBack(text, start) : start) + text.slice(end);
  if (!pair) return editBetween(text, insertAt(head, start, yamlBlock(items, '', eol)));
  return editBetween(text, insertAt(head, lineEnd(head, colon), eol + yamlBlock(items, '', eol)));
}

function addToFlow(text: string, list: YAMLSeq, items: readonly unknown[]): TextEdit {
  const [start, end] = placeOf(list.items.at(-1));
  const indent = indentBefore(text, start);
  const separator = indent === undefined ? ', ' : `,${eolOf(text)}${indent}`;
  return { start: end, end, newText: items.map((item) => separator + yamlFlow(item)).join('') };
}

function removeFromFlow({ items }: YAMLSeq, index: number): TextEdit {
  const [start, end] = placeOf(items[index]);
  if (index + 1 < items.length) return { start, end: placeOf(items[index + 1])[0], newText: '' };
  return { start: placeOf(items[index - 1])[1], end, newText: '' };
}

/** A list that has lost its only item: it stays, empty, where it may have a name. */
function emptied(text: string, { pair }: YamlItems, list: YAMLSeq): TextEdit {
  const [start, end] = placeOf(list);
  const last = start + text.slice(start, end).trimEnd().length;
  if (list.flow) return { start, end: last, newText: '[]' };
  const dash = dashOf(text, placeOf(list.items[0])[0]);
  const from = pair ? skipBack(text, dash) : dash;
  // Behind a comment, in a line of its own, it has to be indented.
  const gap = from < dash ? ' ' : pair && !indentBefore(text, dash) ? '  ' : '';
  return { start: from, end: last, newText: `${gap}[]` };
}

/** Offset after the colon before a list, where only space stands between them; else that of the list. */
function skipBack(text: string, dash: number): number {
  const end = text.slice(0, dash).trimEnd().length;
  return text[end - 1] === ':' && !text.slice(lineStart(text, end), end).includes('#') ? end : dash;
}

/** Changes members of the item at an offset. */
function changeItem(
  text: string,
  at: number,
  changes: (item: Record<string, unknown>) => readonly FieldChange[],
): TextEdit[] | EditRefusal {
  let changed = text;
  let fields: readonly FieldChange[] | undefined;
  for (let i = 0; fields === undefined || i < fields.length; i++) {
    const found = yamlItems(changed);
    if (isRefusal(found)) return found;
    const target = itemAt(found, at);
    if (target === undefined) return { code: 'no-entry' };
    const item = fields ? {} : plain(found, target.item);
    if (item === undefined) return { code: 'broken-source', place: { start: at, end: at } };
    fields ??= changes(item);
    if (fields.length === 0) return [];
    const [name, value] = fields[i];
    const next = setMember(changed, target.item, name, value, eolOf(text));
    if (next === undefined) return { code: 'last-field', name };
    changed = next;
  }
  return [editBetween(text, changed)];
}

/** The members of an item as plain data; undefined where its aliases are followed too often to be meant so. */
function plain({ document }: YamlItems, item: YAMLMap): Record<string, unknown> | undefined {
  try {
    return item.toJS(document, { maxAliasCount: 100 }) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** Offset of the dash before an item. */
function dashOf(text: string, itemStart: number): number {
  return text.lastIndexOf('-', itemStart - 1);
}

/** Whether an empty line stands between the last two items. */
function isSpaced(text: string, { items }: YAMLSeq): boolean {
  const [start, end] = [placeOf(items.at(-2))[1], placeOf(items.at(-1))[0]];
  return /\n[ \t]*\r?\n/.test(text.slice(Math.max(start - 1, 0), end));
}

function insertAt(text: string, at: number, added: string): string {
  return text.slice(0, at) + added + text.slice(at);
}

/** What one document is changed by, for a text of several: in the one that the entry stands in. */
function inItsDocument<Change extends { readonly at: number }>(
  draw: (text: string, change: Change) => readonly TextEdit[] | EditRefusal,
) {
  return (text: string, change: Change): readonly TextEdit[] | EditRefusal => {
    const all = documentRanges(text);
    const { start, end } = all.find((range) => change.at < range.end) ?? all[all.length - 1];
    return shifted(draw(text.slice(start, end), { ...change, at: change.at - start }), start);
  };
}

/** New entries go into the first document that has a list. */
const addToFirst: Draw<'add'> = (text, change) => {
  const all = documentRanges(text);
  const { start, end } = all.find((range) => hasList(text.slice(range.start, range.end))) ?? all[0];
  return shifted(add(text.slice(start, end), change), start);
};

function hasList(text: string): boolean {
  const found = yamlItems(text);
  return !isRefusal(found) && (found.list ?? found.pair) !== undefined;
}

function shifted(edits: readonly TextEdit[] | EditRefusal, by: number): readonly TextEdit[] | EditRefusal {
  if (!isRefusal(edits)) return edits.map((edit) => shiftEdit(edit, by));
  if (edits.code !== 'broken-source') return edits;
  const { start, end } = edits.place;
  return { ...edits, place: { start: start + by, end: end + by } };
}

/** How CSL-YAML files are changed. */
export const yamlEditor: SourceEditor = {
  draw: {
    add: addToFirst,
    replaceKey: inItsDocument(replaceKey),
    setFields: inItsDocument(setFields),
    replaceEntry: inItsDocument(replaceEntry),
    removeEntry: inItsDocument(removeEntry),
  },
  references: [],
  fields: cslFields,
  // The reader leaves out what ends a value, as the line end of a block does.
  written: (name, value) => writtenCsl(name, typeof value === 'string' ? value.trimEnd() : value),
};
