import type { Syntax } from '../../syntax';
import { markdownEdits } from '../markdown/edit';
import { findInMarkdown } from '../markdown/find';
import { writeInNocite } from '../markdown/nocite';
import { writeBetween, writeInto, writePandoc, writeRoleBetween } from '../markdown/write';
import { withPlainSpaces } from '../shared/notes';
import { usesRoles } from '../shared/role';
import { markdownTargets } from '../markdown/ownKeys';
import { MARKDOWN_FILES, markdownTables } from '../markdown/tables';

/**
 * Pandoc's Markdown, also of Quarto, R Markdown and Jupyter (Pandoc manual, "Citation syntax"):
 * `[see @a, p. 3; @b]`, `@a [p. 3]`, `[-@a]`, `@{odd key}`. In a document that cites by MyST's roles, a new citation is
 * such a role.
 */
export const pandoc: Syntax = {
  id: 'pandoc',
  languages: ['markdown', 'quarto', 'rmd'],
  extensions: MARKDOWN_FILES,
  completedBy: { 'notzaki.pandocciter': ['markdown', 'quarto', 'rmd'], 'quarto.quarto': ['quarto'] },
  notes: {
    plain: (note) => withPlainSpaces(note).replace(/\\([!-/:-@[-`{-~ ])/g, '$1'),
    write: (text) => text.replace(/[;@]|[[\]](?!\()/g, '\\$&'),
  },
  numbersStandAlone: true,
  // What is not to be shown stands in its metadata.
  showsAllCited: true,
  labels: { extensions: MARKDOWN_FILES, in: markdownTargets },
  ...markdownTables,
  find: (text) => findInMarkdown(text),
  format: writePandoc,
  formatAt(text, offset, citation) {
    const nocite = text.includes('nocite:') && writeInNocite(text, offset, citation);
    if (nocite) return nocite;
    if (usesRoles(text)) return writeRoleBetween(text.slice(0, offset).slice(-1), text.charAt(offset), citation);
    return writeInto(text.slice(Math.max(0, offset - 2), offset), text.slice(offset, offset + 100), citation);
  },
  formatBetween: writeBetween,
  ...markdownEdits,
};
