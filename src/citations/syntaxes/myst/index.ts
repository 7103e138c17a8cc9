import type { Syntax } from '../../syntax';
import { DOI, isSurelyCited } from '../markdown/judging';
import { markdownEdits } from '../markdown/edit';
import { findInMarkdown } from '../markdown/find';
import { writeMyst, writeRoleBetween } from '../markdown/write';
import { roleNotes } from '../shared/notes';
import { headingTargets, markdownTargets } from '../markdown/ownKeys';
import { MARKDOWN_FILES, markdownTables } from '../markdown/tables';
import { pathsInMarkdown } from '../markdown/paths';
import { skippedInMarkdown } from '../markdown/skipped';

/**
 * MyST Markdown (mystmd's guide, "Citations"): Pandoc's forms and roles, `` {cite:p}`{see}a{p. 3}; b` ``. It differs from
 * Pandoc's in writing new citations as roles.
 */
export const myst: Syntax = {
  id: 'myst',
  languages: ['myst'],
  extensions: [],
  completedBy: {},
  notes: roleNotes,
  labels: { extensions: MARKDOWN_FILES, in: (text) => [...markdownTargets(text), ...headingTargets(text)] },
  ...markdownTables,
  isSurelyCited: (text, citation, item, own) => !DOI.test(item.key) && isSurelyCited(text, citation, item, own),
  find: (text) => findInMarkdown(text, true),
  skipped: (text) => skippedInMarkdown(text, true),
  paths: (text) => pathsInMarkdown(text, true),
  format: writeMyst,
  formatAt: (text, offset, citation) =>
    writeRoleBetween(text.slice(0, offset).slice(-1), text.charAt(offset), citation),
  formatBetween: (before, after, citation) => writeRoleBetween(before.slice(-1), after.charAt(0), citation),
  ...markdownEdits,
};
