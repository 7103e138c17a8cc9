import type { BibliographyRules } from '../../syntax';
import { bibliographyPaths } from '../shared/fileNames';
import { RstScanner } from './scanner';

const DIRECTIVE = /\.\.[ \t]{1,8}((?:foot)?bibliography)::(?:[ \t](.{1,1000}))?/y;
/** Its options, of which `:all:` lists what nobody cites as well. */
const OPTIONS = /\r?\n((?:[ \t]{1,60}\S.{0,300}(?:\r?\n|$)){0,20})/y;
const ALL = /^[ \t]{1,60}:all:/m;

/** A directive that prints a bibliography. */
interface Printed {
  readonly name: string;
  readonly files: string;
  readonly options: string;
}

/** The bibliographies of sphinxcontrib-bibtex (its manual, "Directives"), also in the body of another directive. */
export const rstBibliography: BibliographyRules = {
  isNamed: (text) => printedIn(text).length > 0,
  paths: (text) => bibliographyPaths(printedIn(text).map(({ files }) => files)),
  listsAll: (text) => printedIn(text).some(({ name, options }) => name === 'bibliography' && ALL.test(options)),
};

/** The directives that print one; none of comments and code. */
function printedIn(text: string): Printed[] {
  if (!text.includes('bibliography::')) return [];
  const found: Printed[] = [];
  const directive = (at: number): void => {
    DIRECTIVE.lastIndex = at;
    const [, name, files = ''] = DIRECTIVE.exec(text) ?? [];
    if (name === undefined) return;
    OPTIONS.lastIndex = DIRECTIVE.lastIndex;
    found.push({ name, files, options: OPTIONS.exec(text)?.[1] ?? '' });
  };
  new RstScanner(text, { role: () => undefined, directive }).scan();
  return found;
}
