import type { Node } from 'jsonc-parser';
import { indentBefore } from './lines';

/**
 * The text of a JSON object with a member set, or without it where the value is undefined. A new member stands last, spaced
 * and indented as the others are. Undefined where the object would be left empty.
 * @param object the object's node; its offsets count in the text
 */
export function setMember(text: string, object: Node, name: string, value: unknown, eol: string): string | undefined {
  const members = object.children ?? [];
  const index = members.findLastIndex((member) => member.children?.[0].value === name);
  if (value === undefined) return index < 0 ? text : removed(text, members, index);
  const last = members.at(-1);
  const indent = last && indentBefore(text, last.offset);
  const json = indent === undefined ? JSON.stringify(value) : indented(value, indent, eol);
  if (index >= 0) {
    const { offset, length } = members[index].children![1];
    return text.slice(0, offset) + json + text.slice(offset + length);
  }
  const at = last ? last.offset + last.length : text.indexOf('{') + 1;
  const separator = !last ? '' : indent === undefined ? (/,\s/.test(text) ? ', ' : ',') : `,${eol}${indent}`;
  return `${text.slice(0, at)}${separator}${JSON.stringify(name)}${colonOf(text, last)}${json}${text.slice(at)}`;
}

function removed(text: string, members: readonly Node[], index: number): string | undefined {
  if (members.length === 1) return undefined;
  const { offset, length } = members[index];
  const next = members.at(index + 1);
  if (next) return text.slice(0, offset) + text.slice(next.offset);
  const before = members[index - 1];
  return text.slice(0, before.offset + before.length) + text.slice(offset + length);
}

/** The colon with the spaces that a member has around it. */
function colonOf(text: string, member: Node | undefined): string {
  if (!member?.children) return ': ';
  const [name, value] = member.children;
  const colon = text.slice(name.offset + name.length, value.offset);
  return /[\r\n]/.test(colon) ? ': ' : colon;
}

/** A value over several lines where it has parts. */
function indented(value: unknown, indent: string, eol: string): string {
  const unit = indent.includes('\t') ? '\t' : '  ';
  return JSON.stringify(value, null, unit)
    .split('\n')
    .join(eol + indent);
}
