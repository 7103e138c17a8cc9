import { restoreRecord } from '../bibtex/restoredRecord';
import type { Paper, SourceRecord } from '../model/entry';

/** The long fields of a paper, which are looked at one paper at a time, as plain data. */
export interface Body {
  /** The text, or where in the record's text it stands. */
  readonly abstract?: string | Span;
  readonly url?: string;
  readonly record: PackedRecord;
}

/** Start and end, in UTF-16 units. */
type Span = readonly [number, number];

/** A record without what follows from its text. */
type PackedRecord =
  | Exclude<SourceRecord, { format: 'bibtex' }>
  | {
      readonly format: 'bibtex';
      readonly text: string;
      readonly open?: true;
      readonly resolved?: Readonly<Record<string, string>>;
    };

export function bodyOf({ abstract, url, record }: Pick<Paper, 'abstract' | 'url' | 'record'>): Body {
  if (record.format !== 'bibtex') return { abstract, url, record };
  const { format, text, open, resolved } = record;
  return { abstract: abstract && (spanOf(abstract, text) ?? abstract), url, record: { format, text, open, resolved } };
}

/** Where an abstract stands as it is: most were written without anything that LaTeX would read otherwise. */
function spanOf(abstract: string, text: string): Span | undefined {
  const start = text.indexOf(abstract);
  return start === -1 ? undefined : [start, start + abstract.length];
}

/** The abstract of a body as its reader made it. */
export function abstractOf({ abstract, record }: Body): string | undefined {
  if (typeof abstract !== 'object') return abstract;
  return record.format === 'bibtex' ? record.text.slice(...abstract) : undefined;
}

/** The record of a body as its reader made it. */
export function recordOf({ record }: Body): SourceRecord {
  return record.format === 'bibtex' ? restoreRecord(record) : record;
}
