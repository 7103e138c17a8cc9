/* oxlint-disable typescript/no-require-imports --
   Citation.js takes tens of milliseconds to load, and few need it: it must be loaded at first use, yet without waiting. */
import type { CslItem } from '../model/csl';

/** A BibTeX entry whose field values are text, names or lists already. */
export interface MappedEntry {
  readonly type: string;
  readonly label: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Maps biblatex fields to CSL variables, by Citation.js's table. */
export function mapBiblatex(entry: MappedEntry): CslItem {
  const { parse } = require('@citation-js/plugin-bibtex/lib/mapping/index.js') as {
    parse: (entries: readonly MappedEntry[]) => CslItem[];
  };
  const { TYPE_KEYS } = require('@citation-js/plugin-bibtex/lib/mapping/shared.js') as {
    TYPE_KEYS: Readonly<Record<string, string>>;
  };
  const item = parse([entry])[0];
  // `phdthesis` in biblatex's `type` stands for the words.
  if (typeof item.genre === 'string' && Object.hasOwn(TYPE_KEYS, item.genre)) item.genre = TYPE_KEYS[item.genre];
  return item;
}
