import type { FormatId } from '../formats/reader';
import { toCsl } from '../formats/toCsl';
import type { Entry } from '../model/entry';
import { FIELDS, type PaperFields } from '../model/fields';
import { DEFAULT_STYLE } from './bibStyle';
import type { Unsaid, WrittenEntry } from './entryToWrite';
import { plainBibtex } from './toBibtex';
import { plainRis } from './toRis';
import { unsaidVariables } from './unsaid';

/** An entry as it is written in a format. */
export function writtenEntry(entry: Entry, format: FormatId): WrittenEntry {
  const { citekey, record } = entry;
  const fields = Object.fromEntries(FIELDS.map(({ name }) => [name, entry[name]])) as unknown as PaperFields;
  // To make an item of a BibTeX entry, Citation.js has to be loaded.
  const csl = record.format === format || format === 'text-list' ? {} : toCsl(entry);
  const written = { ...fields, citekey, record, csl };
  const unsaid = record.format === format ? undefined : unsaidIn(written, format);
  return unsaid ? { ...written, unsaid } : written;
}

/** What the fields or tags of a format do not say, as it is found by writing and reading them. */
function unsaidIn(entry: WrittenEntry, format: FormatId): Unsaid | undefined {
  if (format === 'ris') return { plain: unsaidVariables(entry.csl, plainRis(entry)), biblatex: [] };
  if (format !== 'bibtex') return undefined;
  const unsaid = (biblatex: boolean) => unsaidVariables(entry.csl, plainBibtex(entry, { ...DEFAULT_STYLE, biblatex }));
  return { plain: unsaid(false), biblatex: unsaid(true) };
}
