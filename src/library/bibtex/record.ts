import { LineIndex } from '../../base/lineIndex';
import type { OffsetRange, Range } from '../../base/position';
import type { EntrySource } from '../model/entry';
import type { BibRecord } from '../model/record';

/** How a field's value is written. `open`: its closing delimiter is missing. */
export type ValueKind = 'braces' | 'quotes' | 'bare' | 'concatenation' | 'open';

const KINDS: readonly ValueKind[] = ['braces', 'quotes', 'bare', 'concatenation', 'open'];
/** Numbers in `marks` for one field. */
const STRIDE = 5;

/** One field of an entry as it stands in the text. */
export interface BibField {
  /** As written. */
  readonly name: string;
  readonly nameRange: OffsetRange;
  /** The value with its delimiters. */
  readonly valueRange: OffsetRange;
  readonly kind: ValueKind;
  /** The value as written, with its delimiters. */
  readonly raw: string;
}

/** The fields of an entry in their order, with their ranges. */
export function bibFields(record: Pick<BibRecord, 'text' | 'marks'>): BibField[] {
  const fields: BibField[] = [];
  for (let i = 0; i < record.marks.length; i += STRIDE) fields.push(fieldAt(record, i));
  return fields;
}

function fieldAt({ text, marks }: Pick<BibRecord, 'text' | 'marks'>, i: number): BibField {
  return {
    name: text.slice(marks[i], marks[i + 1]),
    nameRange: { start: marks[i], end: marks[i + 1] },
    valueRange: { start: marks[i + 2], end: marks[i + 3] },
    kind: KINDS[marks[i + 4]],
    raw: text.slice(marks[i + 2], marks[i + 3]),
  };
}

/** Appends the marks of a field. */
export function markField(marks: number[], name: OffsetRange, value: OffsetRange, kind: ValueKind): void {
  marks.push(name.start, name.end, value.start, value.end, KINDS.indexOf(kind));
}

/** The LaTeX source of all fields by lower-case name, macros expanded, inherited ones included. The first of a name that says anything counts. */
export function expandedFields(record: BibRecord): Map<string, string> {
  const fields = ownFields(record);
  for (const name in record.resolved) fields.set(name, record.resolved[name]);
  for (const [name, value] of fields) if (isEmptyValue(value)) fields.delete(name);
  return fields;
}

/** The same of the fields in the text alone; a macro stands there by its name. */
export function ownFields({ text, marks }: Pick<BibRecord, 'text' | 'marks'>): Map<string, string> {
  const fields = new Map<string, string>();
  for (let i = 0; i < marks.length; i += STRIDE) {
    const name = lowerCase(text.slice(marks[i], marks[i + 1]));
    const before = fields.get(name);
    if (before !== undefined && !isEmptyValue(before)) continue;
    const kind = KINDS[marks[i + 4]];
    const bare = kind === 'bare' || kind === 'concatenation';
    const end = kind === 'braces' || kind === 'quotes' ? marks[i + 3] - 1 : marks[i + 3];
    fields.set(name, text.slice(bare ? marks[i + 2] : marks[i + 2] + 1, end));
  }
  return fields;
}

/** The field of a lower-case name that counts: the first that says anything, else the first. */
export function bibFieldOf(record: Pick<BibRecord, 'text' | 'marks'>, name: string): BibField | undefined {
  const all = bibFields(record).filter((each) => lowerCase(each.name) === name);
  return all.find(({ raw }) => !isEmptyValue(raw.replace(/^"|"$/g, ''))) ?? all.at(0);
}

/** Whether a value says nothing: biber discards such fields, so that another field or a parent speaks instead. */
export function isEmptyValue(value: string): boolean {
  return value.length < 10 && /^[\s{}]*$/.test(value);
}

const LOWER_CASE = new Map<string, string>();

/** Lower case of a field or type name; the few that there are share one string each. */
export function lowerCase(name: string): string {
  let lower = LOWER_CASE.get(name);
  if (lower === undefined) {
    lower = name.toLowerCase();
    if (LOWER_CASE.size < 2000) LOWER_CASE.set(name, lower);
  }
  return lower;
}

/** The citekey as written; empty where it is missing. */
export function bibKey({ text, keyStart, keyEnd }: Pick<BibRecord, 'text' | 'keyStart' | 'keyEnd'>): string {
  return text.slice(keyStart, keyEnd);
}

/** Offsets in an entry as a range of its source. */
export function rangeInSource(
  record: Pick<BibRecord, 'text'>,
  source: Pick<EntrySource, 'range'>,
  offsets: OffsetRange,
): Range {
  const { start, end } = new LineIndex(record.text).range(offsets);
  const base = source.range.start;
  const moved = (at: Range['start']) => ({
    line: at.line + base.line,
    character: at.line === 0 ? at.character + base.character : at.character,
  });
  return { start: moved(start), end: moved(end) };
}
