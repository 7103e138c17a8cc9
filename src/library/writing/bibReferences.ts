import type { OffsetRange } from '../../base/position';
import type { TextEdit } from '../../base/textEdit';
import { bibFields, lowerCase, type BibField } from '../bibtex/record';
import { keyOf, type BibEntryPlace } from './bibEntryPlace';
import { KEY_LISTS } from './bibFieldText';

/** The edits that make entries name a target by its new key. Empty where an earlier one has the old key: they name that one. */
export function referenceEdits(places: readonly BibEntryPlace[], target: BibEntryPlace, key: string): TextEdit[] {
  const old = keyOf(target).normalize('NFC');
  const first = places.find((place) => keyOf(place).normalize('NFC').toLowerCase() === old.toLowerCase());
  if (old === '' || (first && first.chunk.start < target.chunk.start)) return [];
  return places.flatMap((place) => referencesTo(place, old).map(({ start, end }) => ({ start, end, newText: key })));
}

/**
 * Where in the text an entry names another one by its key, in NFC: as a relation of its own in whatever case, as BibTeX finds
 * it; among its further keys (`ids`) as it is. The further keys of the entry that has the key are its own affair.
 */
export function referencesTo(place: BibEntryPlace, key: string): Reference[] {
  const isOwn = keyOf(place).normalize('NFC') === key;
  return referencesIn(place)
    .filter(({ name, isAlias }) => {
      const named = name.normalize('NFC');
      return isAlias ? !isOwn && named === key : named.toLowerCase() === key.toLowerCase();
    })
    .map((reference) => ({
      ...reference,
      start: place.chunk.start + reference.start,
      end: place.chunk.start + reference.end,
    }));
}

/** Where an entry names another one. */
export interface Reference extends OffsetRange {
  readonly name: string;
  /** Whether it is a further key of the entry in which it stands. */
  readonly isAlias: boolean;
}

function referencesIn({ text, parsed }: BibEntryPlace): Reference[] {
  return bibFields({ text, marks: parsed.marks })
    .filter(({ name, kind }) => KEY_LISTS.includes(lowerCase(name)) && (kind === 'braces' || kind === 'quotes'))
    .flatMap(keysIn);
}

/** The keys of a field's list, with their places. */
function keysIn({ name: field, raw, valueRange }: BibField): Reference[] {
  const isAlias = lowerCase(field) === 'ids';
  return [...raw.slice(1, -1).matchAll(/[^\s,;][^,;]*/g)].map((match) => {
    const name = match[0].trimEnd();
    const start = valueRange.start + 1 + match.index;
    return { name, isAlias, start, end: start + name.length };
  });
}
