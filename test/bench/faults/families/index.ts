import { BESIDE, HEADINGS, LONG_CITATIONS, RENAMES, SCANNERS } from './documents';
import type { Family } from './family';
import { LIBRARY } from './library';
import { NOTES } from './notes';
import { FORMATTED, FORMULAS, PASTED, PREVIEWED } from './references';
import { QUERIES, RANKED, SUPPORT } from './searching';
import { TEMPLATES } from './templates';

/** All texts that are hostile in one way. */
export const FAMILIES: readonly Family[] = [
  ...LIBRARY,
  ...SCANNERS,
  ...LONG_CITATIONS,
  ...HEADINGS,
  ...RANKED,
  ...QUERIES,
  ...BESIDE,
  ...TEMPLATES,
  ...NOTES,
  ...FORMATTED,
  ...RENAMES,
  ...SUPPORT,
  ...PASTED,
  ...FORMULAS,
  ...PREVIEWED,
];
