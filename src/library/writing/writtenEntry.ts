import type { FormatId } from '../formats/reader';
import { toCsl } from '../formats/toCsl';
import type { CslItem } from '../model/csl';
import type { Entry } from '../model/entry';
import { FIELDS, type PaperFields } from '../model/fields';
import type { SourceRecord } from '../model/record';

/** An entry with what its writers need, as plain data: it can go to another thread. */
export interface WrittenEntry extends PaperFields {
  readonly citekey: string;
  readonly record: SourceRecord;
  /** Its full item; empty for an entry that stays in its own format, or becomes two lines of a text list. */
  readonly csl: CslItem;
}

/** An entry as it is written in a format. */
export function writtenEntry(entry: Entry, format: FormatId): WrittenEntry {
  const { citekey, record } = entry;
  const fields = Object.fromEntries(FIELDS.map(({ name }) => [name, entry[name]])) as unknown as PaperFields;
  // To make an item of a BibTeX entry, Citation.js has to be loaded.
  const csl = record.format === format || format === 'text-list' ? {} : toCsl(entry);
  return { ...fields, citekey, record, csl };
}
