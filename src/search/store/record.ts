import { SEARCHED_FIELDS } from '../../library/model/fields';
import type { SearchDocument } from '../contract';

type Note = readonly [text: string, tags: readonly string[]];
type Head = readonly [id: string, source: string, contentHash: number | null, note: Note | null];
const HEAD_LENGTH = 4;

/** A document as one text: JSON of its values. */
export function toRecord(document: SearchDocument): string {
  const { id, source, contentHash, note } = document;
  const head: Head = [id, source, contentHash ?? null, note ? [note.text, note.tags] : null];
  return JSON.stringify([...head, ...SEARCHED_FIELDS.map(({ name }) => document[name])]);
}

/** The document of a record. */
export function fromRecord(record: string): SearchDocument {
  const values = JSON.parse(record) as unknown[];
  const [id, source, contentHash, note] = values as unknown as Head;
  const document: Record<string, unknown> = { id, source };
  for (const [i, { name, absent }] of SEARCHED_FIELDS.entries()) document[name] = values[HEAD_LENGTH + i] ?? absent;
  if (contentHash !== null) document.contentHash = contentHash;
  if (note !== null) document.note = { text: note[0], tags: note[1] };
  return document as unknown as SearchDocument;
}
