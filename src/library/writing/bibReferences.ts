import type { OffsetRange } from '../../base/position';
import type { TextEdit } from '../../base/textEdit';
import { bibFields, lowerCase, type BibField } from '../bibtex/record';
import { keyOf, type BibEntryPlace } from './bibEntryPlace';
import { KEY_LISTS } from './bibFieldText';

/** Fields by which an entry names other entries. */
const REFERENCES = new Set(KEY_LISTS.filter((name) => name !== 'ids'));

/** The edits that make entries name a target by its new key. Empty where an earlier one has the old key: they name that one. */
export function referenceEdits(places: readonly BibEntryPlace[], target: BibEntryPlace, key: string): TextEdit[] {
  const old = keyOf(target).normalize('NFC').toLowerCase();
  const first = places.find((place) => keyOf(place).normalize('NFC').toLowerCase() === old);
  if (old === '' || (first && first.chunk.start < target.chunk.start)) return [];
  return places.flatMap((place) => referencesTo(place, old).map((range) => ({ ...range, newText: key })));
}

/** Where in the text an entry names a key, given in lower case. */
export function referencesTo(place: BibEntryPlace, key: string): OffsetRange[] {
  return referencesIn(place)
    .filter(({ name }) => name.normalize('NFC').toLowerCase() === key)
    .map(({ start, end }) => ({ start: place.chunk.start + start, end: place.chunk.start + end }));
}

interface Reference extends OffsetRange {
  readonly name: string;
}

function referencesIn({ text, parsed }: BibEntryPlace): Reference[] {
  return bibFields({ text, marks: parsed.marks })
    .filter(({ name, kind }) => REFERENCES.has(lowerCase(name)) && (kind === 'braces' || kind === 'quotes'))
    .flatMap(keysIn);
}

/** The keys of a field's list, with their places. */
function keysIn({ raw, valueRange }: BibField): Reference[] {
  return [...raw.slice(1, -1).matchAll(/[^\s,;][^,;]*/g)].map((match) => {
    const name = match[0].trimEnd();
    const start = valueRange.start + 1 + match.index;
    return { name, start, end: start + name.length };
  });
}
