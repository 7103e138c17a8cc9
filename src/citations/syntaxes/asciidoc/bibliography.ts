import type { OffsetRange } from '../../../base/position';
import type { BibliographyRules, PartRules } from '../../syntax';
import { bibliographyPaths } from '../shared/fileNames';
import { shownGroups, shownMatches } from '../shared/shown';
import { skippedBy } from '../shared/stretches';
import { AsciidocScanner } from './scanner';

const NAMES = /^(?::bibtex-file:|bibliography::\[)/gm;
const FILES = /^:bibtex-file:(.{1,1000})$/gm;
const ATTRIBUTE = /^:([\w-]{1,60}):[ \t]{1,8}(\S[^\r\n]{0,200}?)[ \t]*$/gm;
const TAKEN = /^include::([^[\]\r\n]{1,300}\.(?:adoc|asciidoc|asc))\[/gm;

/** The bibliographies of asciidoctor-bibtex (its README, "Configuration"). */
export const asciidocBibliography: BibliographyRules = {
  isNamed: (text) => shownMatches(text, NAMES, skippedInAsciidoc).length > 0,
  paths: (text) => bibliographyPaths(shownGroups(text, FILES, skippedInAsciidoc)),
};

/** Files that AsciiDoc takes in by `include::`; in a block of code they are code. */
export const asciidocParts: PartRules = {
  taken(text) {
    const paths = shownGroups(text, TAKEN, skippedInAsciidoc);
    return paths.some((path) => path.includes('{')) ? paths.map(withAttributes(text)) : paths;
  },
};

/** Puts into a path what a document gives its attributes as values: `include::{chapters}/a.adoc[]`. */
function withAttributes(text: string): (path: string) => string {
  const values = new Map(shownMatches(text, ATTRIBUTE, skippedInAsciidoc).map(([, name, value]) => [name, value]));
  return (path) => path.replace(/\{([\w-]{1,60})\}/g, (written, name: string) => values.get(name) ?? written);
}

/** What of a text in AsciiDoc is none: comments, blocks and lines of code. */
export function skippedInAsciidoc(text: string): OffsetRange[] {
  return skippedBy((skipped) => new AsciidocScanner(text, { cite: (at) => at, skipped }).scan());
}
