import { parseEntry } from './entryParser';
import type { BibRecord } from '../model/record';

/** The record of an entry from its text and what the text alone does not tell; the marks are made anew. */
export function restoreRecord({ text, open, resolved }: Pick<BibRecord, 'text' | 'open' | 'resolved'>): BibRecord {
  const { type, keyStart, keyEnd, marks } = parseEntry(text, !open);
  return { format: 'bibtex', text, type, keyStart, keyEnd, marks, open, resolved };
}
