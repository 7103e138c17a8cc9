import { parseTree, type Node } from 'jsonc-parser';
import type { OffsetRange } from '../../base/position';
import { editBetween, shiftEdit, type TextEdit } from '../../base/textEdit';
import { findItemsArray, scanJsonArray, type JsonItem } from '../formats/jsonItems';
import { itemOf, cslFields, cslKeyFields, cslReplacement, writtenCsl } from './cslFields';
import { isRefusal, type EditRefusal } from './editRefusal';
import { setMember } from './jsonMembers';
import { isPlainKey } from './legalKey';
import { append, eolOf, indentBefore } from './lines';
import type { Draw, FieldChange, SourceEditor } from './sourceChange';

/** Deeper than any reference; code that recurses must not meet it. */
const DEEPEST = 64;

const add: Draw<'add'> = (text, { entries }) => {
  if (text.trim() === '') return append(text, JSON.stringify(entries.map(itemOf), null, 2));
  const array = itemsOf(text);
  if (isRefusal(array)) return array;
  const { start, end, items } = array;
  const eol = eolOf(text);
  const last = items.at(-1);
  if (last !== undefined && !/[\r\n]/.test(text.slice(start, end))) {
    const added = entries.map(
      (entry) => `,${/,\s/.test(text.slice(start, end)) ? ' ' : ''}${JSON.stringify(itemOf(entry))}`,
    );
    return [{ start: last.end, end: last.end, newText: added.join('') }];
  }
  const indent = last ? (indentBefore(text, last.start) ?? '') : '  ';
  const written = entries.map((entry) => JSON.stringify(itemOf(entry), null, indent.length > 0 ? indent : 2));
  const lines = written.map((item) => indent + item.split('\n').join(eol + indent)).join(`,${eol}`);
  if (last) return [{ start: last.end, end: last.end, newText: `,${eol}${lines}` }];
  return [{ start: start + 1, end: end - 1, newText: `${eol}${lines}${eol}` }];
};

const replaceKey: Draw<'replaceKey'> = (text, { at, key }) => {
  if (!isPlainKey(key)) return { code: 'unfit-key', key };
  return changeItem(text, at, (item) => cslKeyFields(item, key));
};

const setFields: Draw<'setFields'> = (text, { at, fields }) => changeItem(text, at, () => fields);

const replaceEntry: Draw<'replaceEntry'> = (text, { at, entry }) =>
  changeItem(text, at, (item) => cslReplacement(item, itemOf(entry)));

const removeEntry: Draw<'removeEntry'> = (text, { at }) => {
  const array = itemsOf(text);
  if (isRefusal(array)) return array;
  const { items, start, end } = array;
  const index = items.findIndex((item) => item.start <= at && at < item.end);
  if (index < 0) return { code: 'no-entry' };
  if (items.length === 1) return [{ start: start + 1, end: end - 1, newText: '' }];
  const next = items.at(index + 1);
  if (next) return [{ start: items[index].start, end: next.start, newText: '' }];
  return [{ start: items[index - 1].end, end: items[index].end, newText: '' }];
};

interface ItemsArray extends OffsetRange {
  readonly items: readonly JsonItem[];
}

/** The array of items with its brackets. */
function itemsOf(text: string): ItemsArray | EditRefusal {
  const start = findItemsArray(text, ['references', 'items']);
  const array = start === undefined ? undefined : scanJsonArray(text, start);
  if (start === undefined || !array?.closed) return { code: 'broken-source', place: { start: 0, end: text.length } };
  return { start, end: array.end, items: array.items };
}

/** Changes fields of the item at an offset. */
function changeItem(
  text: string,
  at: number,
  changes: (item: Record<string, unknown>) => readonly FieldChange[],
): TextEdit[] | EditRefusal {
  const place = itemAt(text, at);
  if (place === undefined) return { code: 'no-entry' };
  let item = text.slice(place.start, place.end);
  const tree = place.depth > DEEPEST ? undefined : objectOf(item);
  if (tree === undefined) return { code: 'broken-source', place };
  const stated = JSON.parse(item) as Record<string, unknown>;
  for (const [name, value] of changes(stated)) {
    const changed = setMember(item, objectOf(item)!, name, likeStated(value, stated[name]), eolOf(text));
    if (changed === undefined) return { code: 'last-field', name };
    item = changed;
  }
  return [shiftEdit(editBetween(text.slice(place.start, place.end), item), place.start)];
}

/** A number stays one, as CSL takes volumes and the like in both forms. */
function likeStated(value: FieldChange[1], stated: unknown): FieldChange[1] {
  const isNumber = typeof stated === 'number' && typeof value === 'string' && /^(?:0|[1-9]\d{0,14})$/.test(value);
  return isNumber ? Number(value) : value;
}

function itemAt(text: string, at: number): JsonItem | undefined {
  const array = itemsOf(text);
  // A text can be one item alone.
  const items = isRefusal(array) ? aloneItem(text) : array.items;
  return items.find((item) => item.start <= at && at < item.end);
}

function aloneItem(text: string): JsonItem[] {
  const { items, closed } = scanJsonArray(`[${text}]`, 0);
  return closed && items.length === 1 ? [{ ...items[0], start: items[0].start - 1, end: items[0].end - 1 }] : [];
}

function objectOf(item: string): Node | undefined {
  try {
    JSON.parse(item);
  } catch {
    return undefined;
  }
  const tree = parseTree(item);
  return tree?.type === 'object' ? tree : undefined;
}

/** How CSL-JSON files are changed. */
export const jsonEditor: SourceEditor = {
  draw: { add, replaceKey, setFields, replaceEntry, removeEntry },
  references: [],
  fields: cslFields,
  written: writtenCsl,
};
