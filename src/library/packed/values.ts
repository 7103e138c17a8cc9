import { FIELDS, type PaperField, type PaperFields } from '../model/fields';

/** The values of fields that are stored together, as JSON can hold them, up to the last that a paper says; null where it does not. */
export type PackedValues = readonly unknown[];

const STORED = {
  apart: FIELDS.filter(({ stored }) => stored === 'apart'),
  row: FIELDS.filter(({ stored }) => stored === 'row'),
  body: FIELDS.filter(({ stored }) => stored === 'body'),
};

/** The values of a paper's fields that are stored in one way. */
export function packValues(paper: PaperFields, stored: PaperField['stored']): PackedValues {
  const values = STORED[stored].map(({ name, kind, absent }) => {
    const value: unknown = paper[name];
    return isAbsent(value, absent) ? null : kind.pack(value);
  });
  return values.slice(0, values.findLastIndex((value) => value !== null) + 1);
}

function isAbsent(value: unknown, absent: unknown): boolean {
  return value === undefined || value === absent || (Array.isArray(absent) && (value as unknown[]).length === 0);
}

/** The value of a field as its paper said it. */
export function unpackValue(packed: unknown, { kind, absent }: PaperField): unknown {
  return packed === undefined || packed === null ? absent : kind.unpack(packed);
}

/**
 * Values as one text: JSON of each on a line of its own, so that one can be read without the others. JSON has no line breaks
 * outside of what it escapes.
 */
export function writeRow(values: PackedValues): string {
  return values.map((value) => (value === null ? '' : JSON.stringify(value))).join('\n');
}

/** The value at a place of a row; undefined where there is none. */
export function readRow(row: string, place: number): unknown {
  let start = 0;
  for (let before = place; before > 0; before--) {
    start = row.indexOf('\n', start) + 1;
    if (start === 0) return undefined;
  }
  const end = row.indexOf('\n', start);
  const json = row.slice(start, end === -1 ? undefined : end);
  if (json === '') return undefined;
  // Most are texts without anything escaped; there the text is the JSON without its quotes.
  return json.startsWith('"') && !json.includes('\\') ? json.slice(1, -1) : JSON.parse(json);
}
