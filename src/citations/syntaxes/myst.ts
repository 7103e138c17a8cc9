import type { Syntax } from '../syntax';
import { markdownEdits } from './markdown/edit';
import { findInMarkdown } from './markdown/find';
import { writeMyst } from './markdown/write';

/**
 * MyST Markdown (mystmd's guide, "Citations"): Pandoc's forms and roles, `` {cite:p}`{see}a{p. 3}; b` ``. It differs from
 * Pandoc's in writing new citations as roles.
 */
export const myst: Syntax = {
  id: 'myst',
  find: findInMarkdown,
  format: writeMyst,
  ...markdownEdits,
};
