import type { BibliographyRules } from '../../syntax';
import { bibliographyNames, firstGroups, isBibliography, nameOf, pathsIn } from '../shared/fileNames';

const FILES = /\\(?:bibliography|addbibresource|addglobalbib)(?:\[[^\]\n]{0,200}\])?\{([^{}\n]{1,1000})\}/g;

/** The bibliographies of LaTeX. `\\bibliography` leaves `.bib` away; it is added. */
export const latexBibliography: BibliographyRules = {
  isNamed: (text) => /\\(bibliography|addbibresource|addglobalbib)\b|\\begin\{thebibliography\}/.test(text),
  files: (text) => bibliographyNames(firstGroups(text, FILES).flatMap(pathsIn).map(withExtension)),
};

function withExtension(path: string): string {
  return isBibliography(nameOf(path)) ? path : `${path}.bib`;
}
