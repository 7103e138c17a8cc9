import { isAlias, isCollection, isScalar, type Pair, type YAMLMap } from 'yaml';
import type { FieldValue } from './sourceChange';
import { afterLineEnd, endsLine, indentBefore, lineEnd, lineStart, skipBlanks, startsLine } from './lines';
import { placeOf } from './yamlDocument';
import { yamlBlock, yamlFlow, yamlScalar } from './yamlText';

/**
 * The text of a YAML document with a member of a map set, or without it where the value is undefined. A new member stands
 * last. Comments stay. Undefined where the map would be left empty.
 */
export function setMember(
  text: string,
  map: YAMLMap,
  name: string,
  value: FieldValue | undefined,
  eol: string,
): string | undefined {
  const index = map.items.findLastIndex(({ key }) => isScalar(key) && key.value === name);
  if (value === undefined) {
    if (index < 0) return text;
    if (map.items.length === 1) return undefined;
    return map.flow ? withoutFlowMember(text, map, index) : withoutMember(text, map, index);
  }
  if (index < 0) return map.flow ? withFlowMember(text, map, name, value) : withMember(text, map, name, value, eol);
  return withValue(text, map, map.items[index], value, eol);
}

function withValue(text: string, map: YAMLMap, pair: Pair, value: FieldValue, eol: string): string {
  const [keyStart, keyEnd] = placeOf(pair.key);
  const { value: old } = pair;
  const [start, end] = placeOf(old);
  const onOneLine = end > start && !/[\r\n]/.test(text.slice(start, end));
  if (onOneLine && isScalar(old) && typeof value !== 'object')
    return replace(text, start, end, map.flow ? yamlFlow(value) : yamlScalar(value, text.slice(start, end)));
  if (map.flow || (onOneLine && isCollection(old) && old.flow)) return replace(text, start, end, yamlFlow(value));
  // A block, or nothing yet: the member is written anew from its key on; an anchor or alias goes with its value.
  const last = isAlias(old) || isScalar(old) || isCollection(old) ? trimmedEnd(text, keyEnd, end) : keyEnd;
  const written = member(text.slice(keyStart, keyEnd), value, columnIndent(text, keyStart), eol);
  return replace(text, keyStart, Math.max(last, text.indexOf(':', keyEnd) + 1), written.trimStart());
}

function withMember(text: string, map: YAMLMap, name: string, value: FieldValue, eol: string): string {
  const first = placeOf(map.items.at(0)?.key)[0];
  const indent = columnIndent(text, first);
  const last = map.items.at(-1)!;
  const end = Math.max(placeOf(last.key)[1], placeOf(last.value)[1]);
  const written = member(yamlBlock(name, '', eol), value, indent, eol);
  return insertLine(text, end, written, eol);
}

/** Inserts a line after the one that holds the end of a node, which may stand at the start of the next line. */
export function insertLine(text: string, nodeEnd: number, line: string, eol: string): string {
  const atLineStart = nodeEnd > 0 && lineStart(text, nodeEnd) === nodeEnd;
  if (atLineStart) return replace(text, nodeEnd, nodeEnd, line + eol);
  const end = lineEnd(text, nodeEnd);
  return replace(text, end, end, eol + line);
}

function withFlowMember(text: string, map: YAMLMap, name: string, value: FieldValue): string {
  const last = map.items.at(-1);
  const written = `${JSON.stringify(name)}: ${yamlFlow(value)}`;
  if (last === undefined) return replace(text, placeOf(map)[0] + 1, placeOf(map)[0] + 1, written);
  const end = Math.max(placeOf(last.key)[1], placeOf(last.value)[1]);
  return replace(text, end, end, `, ${written}`);
}

function withoutMember(text: string, map: YAMLMap, index: number): string {
  const pair = map.items[index];
  const start = placeOf(pair.key)[0];
  const valueEnd = Math.max(placeOf(pair.value)[1], text.indexOf(':', placeOf(pair.key)[1]) + 1);
  const end = trimmedEnd(text, start, valueEnd);
  const commented = !endsLine(text, end);
  if (startsLine(text, start)) {
    if (commented) return replace(text, start, skipBlanks(text, end), '');
    return replace(text, lineStart(text, start), afterLineEnd(text, lineEnd(text, end)), '');
  }
  // The first member stands behind the dash of its item; the next one takes its place.
  const next = placeOf(map.items[index + 1].key)[0];
  return replace(text, start, text.slice(end, next).includes('#') ? skipBlanks(text, end) : next, '');
}

function withoutFlowMember(text: string, map: YAMLMap, index: number): string {
  const start = placeOf(map.items[index].key)[0];
  if (index + 1 < map.items.length) return replace(text, start, placeOf(map.items[index + 1].key)[0], '');
  const before = map.items[index - 1];
  const [end] = [Math.max(placeOf(before.key)[1], placeOf(before.value)[1])];
  return replace(text, end, Math.max(placeOf(map.items[index].key)[1], placeOf(map.items[index].value)[1]), '');
}

/** A member as lines of a block. */
function member(name: string, value: FieldValue, indent: string, eol: string): string {
  const [first, ...rest] = yamlBlock({ x: value }, indent, eol).split(eol);
  return [indent + name + first.slice(indent.length + 1), ...rest].join(eol);
}

/** Spaces up to the column of an offset: what is before it in its line may be the dash of an item. */
function columnIndent(text: string, at: number): string {
  return indentBefore(text, at) ?? ' '.repeat(at - lineStart(text, at));
}

/** The end of a stretch without the space and line ends at its end. */
function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

function replace(text: string, start: number, end: number, newText: string): string {
  return text.slice(0, start) + newText + text.slice(end);
}
