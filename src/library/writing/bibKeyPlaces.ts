import type { OffsetRange } from '../../base/position';
import { scanChunks } from '../bibtex/chunks';
import { entryPlaces, keyOf } from './bibEntryPlace';
import { type Reference, referencesTo } from './bibReferences';

/** Where a .bib text has a citekey. */
export interface BibKeyPlaces {
  /** The key of each entry that has it. */
  readonly entries: readonly OffsetRange[];
  /** Where other entries name it: in `crossref`, `xdata`, `xref`, `related`, `entryset` and, as a further key, `ids`. */
  readonly references: readonly Reference[];
}

/** The places of a citekey in a .bib text; only entries in which it stands are parsed. */
export function bibKeyPlaces(text: string, key: string): BibKeyPlaces {
  const name = key.normalize('NFC');
  const wanted = name.toLowerCase();
  const mayHave = (part: string) => part.normalize('NFC').toLowerCase().includes(wanted);
  if (wanted === '' || !mayHave(text)) return { entries: [], references: [] };
  const chunks = scanChunks(text).filter(({ start, end }) => mayHave(text.slice(start, end)));
  const places = entryPlaces(text, chunks);
  const entries = places
    .filter((place) => keyOf(place).normalize('NFC') === name)
    .map(({ chunk, parsed }) => ({ start: chunk.start + parsed.keyStart, end: chunk.start + parsed.keyEnd }));
  return { entries, references: places.flatMap((place) => referencesTo(place, name)) };
}
