import { restoreRecord } from '../bibtex/restoredRecord';
import type { Draft, SourceRecord } from '../entry';

/** The long fields of a paper, which are looked at one paper at a time, as plain data. */
export interface Body {
  readonly abstract?: string;
  readonly url?: string;
  readonly record: PackedRecord;
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

export function bodyOf({ abstract, url, record }: Pick<Draft, 'abstract' | 'url' | 'record'>): Body {
  if (record.format !== 'bibtex') return { abstract, url, record };
  const { format, text, open, resolved } = record;
  return { abstract, url, record: { format, text, open, resolved } };
}

/** The record of a body as its reader made it. */
export function recordOf({ record }: Body): SourceRecord {
  return record.format === 'bibtex' ? restoreRecord(record) : record;
}
