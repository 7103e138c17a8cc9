import type { Searchable } from './shape';

/** A value of a field of the search. A quotation mark in it cannot be asked for, and is left out. */
export function searchable(field: 'author' | 'keyword' | 'tag' | 'venue', text: string): Searchable {
  return { text, query: `${field}:"${text.replace(/["“”„\s]+/g, ' ').trim()}"` };
}
