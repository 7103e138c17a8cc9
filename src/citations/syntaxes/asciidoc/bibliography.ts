import type { OffsetRange } from '../../../base/position';
import type { BibliographyRules, PartRules } from '../../syntax';
import { bibliographyPaths } from '../shared/fileNames';
import { shownGroups, shownMatches } from '../shared/shown';
import { skippedBy } from '../shared/stretches';
import { AsciidocScanner } from './scanner';

const NAMES = /^(?::bibtex-file:|bibliography::\[)/gm;
const FILES = /^:bibtex-file:(.{1,1000})$/gm;
const TAKEN = /^include::([^[\]\r\n]{1,300}\.(?:adoc|asciidoc|asc))\[/gm;

/** The bibliographies of asciidoctor-bibtex (its README, "Configuration"). */
export const asciidocBibliography: BibliographyRules = {
  isNamed: (text) => shownMatches(text, NAMES, skippedInAsciidoc).length > 0,
  paths: (text) => bibliographyPaths(shownGroups(text, FILES, skippedInAsciidoc)),
};

/** Files that AsciiDoc takes in by `include::`; in a block of code they are code. */
export const asciidocParts: PartRules = { taken: (text) => shownGroups(text, TAKEN, skippedInAsciidoc) };

/** What of a text in AsciiDoc is none: comments, blocks and lines of code. */
export function skippedInAsciidoc(text: string): OffsetRange[] {
  return skippedBy((skipped) => new AsciidocScanner(text, { cite: (at) => at, skipped }).scan());
}
