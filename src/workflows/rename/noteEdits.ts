import { applyEdits, type TextEdit } from '../../base/textEdit';
import { setField } from '../../notes/edit';
import { type FieldNames, propertyOf } from '../../notes/fieldNames';
import { readFrontMatter } from '../../notes/frontMatter';
import type { NewName } from './documentEdits';

/** The edits that make a note's front matter name a paper by another key; undefined where its form does not allow that. */
export function noteEdits(text: string, names: FieldNames, name: NewName): readonly TextEdit[] | undefined {
  const { data } = readFrontMatter(text);
  const edits: TextEdit[] = [];
  for (const field of ['citekey', 'citekeys'] as const) {
    const property = propertyOf(field, data, names);
    const value = Object.hasOwn(data, property) ? data[property] : undefined;
    if (!hasKey(value, name.from)) continue;
    const made = propertyEdits(text, property, value, name);
    if (made === undefined) return undefined;
    edits.push(...made);
  }
  return edits;
}

function propertyEdits(
  text: string,
  property: string,
  value: unknown,
  { from, to }: NewName,
): readonly TextEdit[] | undefined {
  const before = readFrontMatter(text);
  const wanted = Array.isArray(value) ? value.map((one) => (isKey(one, from) ? to : String(one))) : to;
  const says = (edits: readonly TextEdit[]) => {
    const { data } = readFrontMatter(applyEdits(text, edits));
    return JSON.stringify(data) === JSON.stringify({ ...before.data, [property]: wanted });
  };
  const place = before.values.get(property);
  const own = place && text.slice(place.start, place.end);
  // Where the key stands as it is, quotes and all that is around it stay.
  const at = own === undefined ? -1 : own.indexOf(from);
  if (place && at >= 0) {
    const plain = [{ start: place.start + at, end: place.start + at + from.length, newText: to }];
    if (says(plain)) return plain;
  }
  const { edits, problem } = setField(text, property, wanted);
  return problem || !says(edits) ? undefined : edits;
}

function hasKey(value: unknown, key: string): boolean {
  return Array.isArray(value) ? value.some((one) => isKey(one, key)) : isKey(value, key);
}

function isKey(value: unknown, key: string): boolean {
  return (typeof value === 'string' || typeof value === 'number') && String(value).trim().normalize('NFC') === key;
}
