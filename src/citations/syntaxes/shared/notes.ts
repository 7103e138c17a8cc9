import type { NoteRules } from '../../syntax';

/** A note with no-break spaces as plain text. */
export function withPlainSpaces(note: string): string {
  return note.replace(/\u00a0/g, ' ');
}

/** `p. 3` as `p.~3`, the tie of LaTeX and Typst between a label and its number. */
export function tied(note: string): string {
  return note.replace(/^([A-Za-z]{1,12}\.) (?=\d)/, '$1~');
}

/** The notes in a role's body, which braces hold and semicolons part. */
export const roleNotes: NoteRules = {
  plain: withPlainSpaces,
  write: (text) => text.replace(/[{}`]/g, '').replace(/;/g, ','),
};
