import type { SearchField } from './contract';

/** The indexed fields; a field's place here is its number in the index and its bit in a field mask. */
export const FIELDS: readonly SearchField[] = [
  'title',
  'abstract',
  'authors',
  'venue',
  'year',
  'keywords',
  'citekey',
  'note',
  'noteTags',
];

/** The bit of a field in a field mask. */
export function fieldBit(field: SearchField): number {
  return 1 << FIELDS.indexOf(field);
}

/** The fields of a mask, in the order of `FIELDS`. */
export function fieldsOfMask(mask: number): SearchField[] {
  return FIELDS.filter((_, bit) => mask & (1 << bit));
}
