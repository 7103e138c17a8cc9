import type { BibliographyRules, PartRules } from '../../syntax';
import { bibliographyPaths, firstGroups } from '../shared/fileNames';
import { shownGroups } from '../shared/shown';
import { argumentsOf } from './calls';
import { skippedInTypst } from './skipped';

const TAKEN = /(?<![\w-])(?:include|import)\s{0,8}"([^"@\n]{1,300}\.typ)"/g;

/** The bibliographies of Typst (reference of `bibliography`), also where one is given to a template. */
export const typstBibliography: BibliographyRules = {
  isNamed: (text) => callsIn(text).length > 0,
  paths: (text) => bibliographyPaths(callsIn(text).flatMap((call) => firstGroups(call, /"([^"\n]{1,300})"/g))),
  listsAll: (text) => callsIn(text).some((call) => /(?<![\w-])full\s{0,8}:\s{0,8}true(?![\w-])/.test(call)),
};

/** Typst takes in files by `include`, and what they define by `import`; packages are no files. */
export const typstParts: PartRules = {
  taken: (text) => shownGroups(text, TAKEN, skippedInTypst),
};

function callsIn(text: string): string[] {
  return argumentsOf(text, 'bibliography');
}
