import type { NoteRules } from '../../syntax';
import { tied } from '../shared/notes';

/** Notes in LaTeX's markup. */
export const latexNotes: NoteRules = {
  plain: (note) =>
    note
      .replace(/\\S{1,2}(?![A-Za-z])[ ~]?/g, '§ ')
      .replace(/\\(?:[,:;> ]|(?:thinspace|enspace|nobreakspace|quad)(?![A-Za-z]) ?)(?:\{\})?/g, ' ')
      .replace(/\\([&%#_$])/g, '$1')
      .replace(/\{([^{}\\]*)\}/g, '$1')
      .replace(/---?/g, '–')
      .replace(/~/g, ' '),
  write: (text) =>
    tied(text.replace(/[&%#_$]/g, '\\$&'))
      .replace(/§§? ?/g, '\\S~')
      .replace(/–/g, '--'),
};
