import type { OffsetRange } from '../base/position';
import type { YamlFields } from './yamlFields';

/** Longer lines are left to the YAML parser. */
const MAX_LINE = 1000;
/** A field at the start of a line, whose name is no other thing in YAML. */
const FIELD = /^(?!(?:null|true|false):)([a-z][\w-]{0,60}):(?: +(.*))?$/i;
const ITEM = /^( *)- +(.*)$/;
/** Letters or digits first; what could begin a map, a comment or an error is left to the parser. */
const PLAIN = /^[\p{L}\p{N}](?:.*[^ :])?$/u;
const NOT_PLAIN = /: | #|:$/;
const QUOTED = /^(?:"([^"\\]*)"|'([^']*)')$/;
const FLOW_ITEM = /^[\p{L}\p{N}](?:[^[\]{}:#"'&*!|>%@`,]*[^[\]{}:#"'&*!|>%@`, ])?$/u;
const NUMBER = /^(?:\d+(?:\.\d*)?(?:e[-+]?\d+)?|0o[0-7]+|0x[\da-f]+)$/i;
/** Line breaks that YAML knows besides `\n`, and what no text should hold. */
// oxlint-disable-next-line no-control-regex
const ODD = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/;

interface Value {
  readonly value: unknown;
}

/** A list whose items stand in the lines below its field. */
interface OpenList {
  readonly field: string;
  readonly items: unknown[];
  readonly range: { start: number; end: number };
  indent?: number;
}

/**
 * Reads front matter as nearly all notes have it: fields with a text, a number, or a list of such, each in one line or an item
 * a line. It gives what `readYamlFields` would, in a small part of the time; undefined where that has to read the text.
 */
export function readSimpleFields(yaml: string): YamlFields | undefined {
  const data: Record<string, unknown> = {};
  const values = new Map<string, OffsetRange>();
  let list: OpenList | undefined;
  for (let at = 0; at < yaml.length;) {
    const newline = yaml.indexOf('\n', at);
    const end = newline < 0 ? yaml.length : newline;
    const line = yaml.slice(at, yaml[end - 1] === '\r' && newline >= 0 ? end - 1 : end).replace(/ +$/, '');
    if (end - at > MAX_LINE || ODD.test(line)) return undefined;
    const [, field, text] = FIELD.exec(line) ?? [];
    if (field === undefined) {
      if (!list || !takeItem(list, line, { start: at, end: Math.min(end + 1, yaml.length) })) return undefined;
      values.set(list.field, list.range);
      data[list.field] = list.items;
    } else {
      if ((list && list.items.length === 0) || field in data) return undefined;
      list = text === undefined ? { field, items: [], range: { start: 0, end: 0 } } : undefined;
      const read = text === undefined ? { value: null } : valueOf(text);
      if (!read) return undefined;
      data[field] = read.value;
      values.set(field, { start: at + line.length - (text?.length ?? 0), end: at + line.length });
    }
    at = end + 1;
  }
  return values.size === 0 || list?.items.length === 0 ? undefined : { data, values };
}

/** Takes an item into a list; false where the line is none. */
function takeItem(list: OpenList, line: string, { start, end }: OffsetRange): boolean {
  const [, blanks, text] = ITEM.exec(line) ?? [];
  if (blanks === undefined || (list.indent ?? blanks.length) !== blanks.length) return false;
  const read = scalarOf(text);
  if (!read) return false;
  if (list.indent === undefined) list.range.start = start + blanks.length;
  list.indent = blanks.length;
  list.items.push(read.value);
  list.range.end = end;
  return true;
}

function valueOf(text: string): Value | undefined {
  if (!text.startsWith('[')) return scalarOf(text);
  if (!text.endsWith(']')) return undefined;
  const inner = text.slice(1, -1).trim();
  const items = inner === '' ? [] : inner.split(',').map((item) => item.trim());
  return items.every((item) => FLOW_ITEM.test(item)) ? manyOf(items) : undefined;
}

function manyOf(items: readonly string[]): Value | undefined {
  const read = items.map(scalarOf);
  return read.includes(undefined) ? undefined : { value: read.map((one) => one!.value) };
}

/** A text, number or truth value by YAML's core schema; a number stays text that would be written in another way. */
function scalarOf(text: string): Value | undefined {
  const quoted = QUOTED.exec(text);
  if (quoted) return { value: quoted[1] ?? quoted[2] };
  if (!PLAIN.test(text) || NOT_PLAIN.test(text)) return undefined;
  if (/^(?:null|true|false)$/i.test(text)) {
    return text === 'true' || text === 'false' ? { value: text === 'true' } : undefined;
  }
  return { value: NUMBER.test(text) && String(Number(text)) === text ? Number(text) : text };
}
