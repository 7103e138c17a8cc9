import type { Syntax } from '../syntax';
import { markdownEdits } from './markdown/edit';
import { findInMarkdown, usesRoles } from './markdown/find';
import { writeMyst, writePandoc } from './markdown/write';

/**
 * Pandoc's Markdown, also of Quarto, R Markdown and Jupyter (Pandoc manual, "Citation syntax"):
 * `[see @a, p. 3; @b]`, `@a [p. 3]`, `[-@a]`, `@{odd key}`. In a document that cites by MyST's roles, a new citation is
 * such a role.
 */
export const pandoc: Syntax = {
  id: 'pandoc',
  find: findInMarkdown,
  format: writePandoc,
  formatAt: (text, _offset, citation) => (usesRoles(text) ? writeMyst : writePandoc)(citation),
  ...markdownEdits,
};
