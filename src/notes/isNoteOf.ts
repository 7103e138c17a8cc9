import type { NoteFile } from './note';
import { readNote } from './readNote';

/** Whether a file is a note about a paper: by what it states or, where it states no key, by its name. */
export function isNoteOf(file: NoteFile, citekey: string): boolean {
  const { note, claims } = readNote(file, (key) => key === citekey);
  return claims !== undefined && claims.stated.length > 0
    ? claims.stated.includes(citekey.normalize('NFC'))
    : note?.citekey === citekey;
}
