import { restoreRecord } from '../bibtex/restoredRecord';
import type { Paper } from '../model/paper';
import type { SourceRecord } from '../model/record';
import { packValues, type PackedValues } from './values';

/**
 * What is looked at one paper at a time, as JSON can hold it: the record and the long fields. A text that stands in the record's
 * own text is a `Span` of it: most abstracts were written without anything that LaTeX would read otherwise.
 */
export type Body = readonly [record: PackedRecord, values: PackedValues];

/** Start and end in the record's text, in UTF-16 units. */
interface Span {
  readonly span: readonly [start: number, end: number];
}

/** A record without what follows from its text. */
type PackedRecord =
  | Exclude<SourceRecord, { format: 'bibtex' }>
  | {
      readonly format: 'bibtex';
      readonly text: string;
      readonly open?: true;
      readonly resolved?: Readonly<Record<string, string>>;
    };

export function bodyOf(paper: Paper): Body {
  const { record } = paper;
  const values = packValues(paper, 'body');
  if (record.format !== 'bibtex') return [record, values];
  const { format, text, open, resolved } = record;
  return [{ format, text, open, resolved }, values.map((value) => spanOf(value, text) ?? value)];
}

/** Fewer characters would not make the body smaller. */
const SHORTEST_SPAN = 24;

function spanOf(value: unknown, text: string): Span | undefined {
  if (typeof value !== 'string' || value.length < SHORTEST_SPAN) return undefined;
  const start = text.indexOf(value);
  return start === -1 ? undefined : { span: [start, start + value.length] };
}

/** The packed value of a long field, by its place. */
export function bodyValue([record, values]: Body, place: number): unknown {
  const value = values.at(place);
  return isSpan(value) && record.format === 'bibtex' ? record.text.slice(...value.span) : value;
}

function isSpan(value: unknown): value is Span {
  return typeof value === 'object' && value !== null && 'span' in value;
}

/** The record as its reader made it. */
export function recordOf([record]: Body): SourceRecord {
  return record.format === 'bibtex' ? restoreRecord(record) : record;
}
