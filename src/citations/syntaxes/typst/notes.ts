import type { NoteRules } from '../../syntax';
import { tied } from '../shared/notes';

/** Notes in Typst's markup. */
export const typstNotes: NoteRules = {
  plain: (note) =>
    note
      .replace(/(?<!\\)~/g, ' ')
      .replace(/--/g, '–')
      .replace(/\\([!-/:-@[-`{-~])/g, '$1'),
  cite: true,
  write: (text) => tied(text.replace(/[#@$*_`<>]/g, '\\$&')),
};
