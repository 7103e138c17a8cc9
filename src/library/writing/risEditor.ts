import { editBetween, shiftEdit, type TextEdit } from '../../base/textEdit';
import type { OffsetRange } from '../../base/position';
import { TAG } from '../formats/ris';
import { EXTRA, isExtra } from '../formats/risExtra';
import type { EditRefusal } from './editRefusal';
import { isPlainKey } from './legalKey';
import { afterLineEnd, append, eolOf, lineEnd, oneLine, removeLines } from './lines';
import type { Draw, FieldChange, FieldValue, SourceEditor } from './sourceChange';
import { isWrittenTag, toRis } from './toRis';

const NAME = /^[A-Z][A-Z0-9]$/;
/** Tags that begin and end a record. */
const FRAME = ['TY', 'ER'];

/** A tag with its value in the text of a record; the value can go on over several lines. */
interface RisLine extends OffsetRange {
  readonly tag: string;
  readonly valueStart: number;
  /** Whether the space before the value is there. */
  readonly spaced: boolean;
}

const add: Draw<'add'> = (text, { entries }) => {
  const unfit = entries.find(({ citekey }) => !isPlainKey(citekey));
  if (unfit) return { code: 'unfit-key', key: unfit.citekey };
  return append(text, entries.map((entry) => toRis(entry, eolOf(text))).join(eolOf(text)));
};

const replaceKey: Draw<'replaceKey'> = (text, { at, key }) =>
  isPlainKey(key) ? changeRecord(text, at, () => [['ID', key]]) : { code: 'unfit-key', key };

const setFields: Draw<'setFields'> = (text, { at, fields }) => {
  const unfit = fields.find(([name, value]) => !NAME.test(name) || FRAME.includes(name) || !isWritable(value));
  return unfit ? { code: 'unfit-field', name: unfit[0] } : changeRecord(text, at, () => fields);
};

const replaceEntry: Draw<'replaceEntry'> = (text, { at, entry }) => {
  if (!isPlainKey(entry.citekey)) return { code: 'unfit-key', key: entry.citekey };
  return changeRecord(text, at, (lines, old) => replacement(lines, old, toRis(entry)));
};

const removeEntry: Draw<'removeEntry'> = (text, { at }) => {
  const record = recordAt(text, at);
  return record ? [removeLines(text, record.start, record.end)] : { code: 'no-entry' };
};

function changeRecord(
  text: string,
  at: number,
  changes: (lines: readonly RisLine[], old: string) => readonly FieldChange[],
): TextEdit[] | EditRefusal {
  const place = recordAt(text, at);
  if (place === undefined) return { code: 'no-entry' };
  const old = text.slice(place.start, place.end);
  let record = old;
  for (const [name, value] of changes(linesOf(old), old)) record = withTag(record, name, value, eolOf(text));
  return [shiftEdit(editBetween(old, record), place.start)];
}

/** The record with the lines of a tag for a value; new ones stand behind the last of their kind, or last. */
function withTag(record: string, tag: string, value: FieldValue | undefined, eol: string): string {
  const lines = linesOf(record);
  const old = lines.filter((line) => line.tag === tag);
  const values = valuesOf(value);
  let result = record;
  // From the last line to the first, so that offsets stay.
  for (const [i, line] of [...old.entries()].reverse()) {
    if (i < values.length) result = replace(result, line.valueStart, line.end, (line.spaced ? '' : ' ') + values[i]);
    else result = replace(result, line.start, afterLineEnd(result, line.end), '');
  }
  const more = values.slice(old.length).map((each) => `${tag}  - ${each}`);
  if (more.length === 0) return result;
  const rest = linesOf(result);
  const before = rest.findLast((line) => line.tag === tag) ?? (tag === 'ID' ? rest[0] : lastBody(rest));
  return replace(result, before.end, before.end, eol + more.join(eol));
}

/** The last line that is not the end of the record. */
function lastBody(lines: readonly RisLine[]): RisLine {
  return lines.findLast(({ tag }) => tag !== 'ER') ?? lines[0];
}

/** What to set in a record so that it says what another one says; tags that we do not write stay. */
function replacement(lines: readonly RisLine[], old: string, record: string): FieldChange[] {
  const values = new Map<string, string[]>();
  for (const { tag, valueStart, end } of linesOf(record)) {
    if (tag !== 'ER') values.set(tag, [...(values.get(tag) ?? []), record.slice(valueStart, end)]);
  }
  const extra = lines.filter(({ tag }) => tag === EXTRA).map(({ valueStart, end }) => old.slice(valueStart, end));
  // What programs write there beside Zotero's lines stays.
  if (extra.length > 0)
    values.set(EXTRA, [...extra.filter((each) => !isExtra(EXTRA, each)), ...(values.get(EXTRA) ?? [])]);
  const type = lines[0] ? old.slice(lines[0].valueStart, lines[0].end).trim() : '';
  const gone = lines
    .map(({ tag }) => tag)
    .filter((tag) => tag !== EXTRA && isWrittenTag(tag, type) && !values.has(tag));
  return [...values, ...[...new Set(gone)].map((tag): FieldChange => [tag, undefined])];
}

/** The record that stands at an offset, from its first line to the end of its last one. */
function recordAt(text: string, at: number): OffsetRange | undefined {
  let start: number | undefined;
  let end = 0;
  for (const line of linesOf(text)) {
    if (line.tag === 'TY') {
      if (start !== undefined && at < line.start) break;
      start = line.start;
    }
    if (start === undefined) continue;
    end = line.end;
    if (line.tag !== 'ER') continue;
    if (at <= line.end) break;
    start = undefined;
  }
  return start !== undefined && start <= at && at <= end ? { start, end } : undefined;
}

/** The tags of a text, each from the start of its line to the end of its value. */
function linesOf(text: string): RisLine[] {
  const lines: RisLine[] = [];
  for (let at = 0; at < text.length;) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const tag = TAG.exec(line);
    const last = lines.at(-1);
    const length = line.trimEnd().length;
    if (tag)
      lines.push({
        spaced: tag[0].endsWith(' '),
        tag: tag[1],
        start: at,
        valueStart: at + Math.min(tag[0].length, line.length),
        end: at + Math.max(length, tag[0].length),
      });
    else if (last && last.tag !== 'ER' && length > 0) lines[lines.length - 1] = { ...last, end: at + length };
    at = Math.max(afterLineEnd(text, end), at + 1);
  }
  return lines;
}

function isWritable(value: FieldValue | undefined): boolean {
  return value === undefined || linesIn(value).every((line) => typeof line !== 'object');
}

function valuesOf(value: FieldValue | undefined): string[] {
  const lines = value === undefined ? [] : linesIn(value);
  return lines.filter((line) => typeof line !== 'object').map((line) => oneLine(String(line)).trim());
}

/** A list is a line for each of its values. */
function linesIn(value: FieldValue): readonly FieldValue[] {
  return Array.isArray(value) ? (value as readonly FieldValue[]) : [value];
}

function replace(text: string, start: number, end: number, newText: string): string {
  return text.slice(0, start) + newText + text.slice(end);
}

/** How RIS files are changed. */
export const risEditor: SourceEditor = {
  draw: { add, replaceKey, setFields, replaceEntry, removeEntry },
  references: [],

  fields(record) {
    const fields = new Map<string, string[]>();
    for (const [tag, value] of record.format === 'ris' ? record.tags : []) {
      if (tag !== 'ID') fields.set(tag, [...(fields.get(tag) ?? []), value]);
    }
    return fields;
  },

  written: (name, value) => [name, valuesOf(value).map((each) => each.normalize('NFC'))],
};
