import type { BibliographyRules, PartRules } from '../../syntax';
import { bibliographyPaths } from '../shared/fileNames';
import { shownGroups, shownMatches } from '../shared/shown';
import { skippedInOrg } from './skipped';

const NAMES = /^[ \t]*#\+(?:bibliography|cite_export):/gim;
const FILES = /^[ \t]{0,8}#\+bibliography:(.{1,1000})$/gim;
const ALL = /\[cite\/n(?:ocite)?(?:\/[\w-]{1,20})?:[^[\]]{0,2000}@\*/g;
const TAKEN = /^[ \t]{0,8}#\+(?:include|setupfile):[ \t]{0,8}"?([^"\r\n]{1,300}\.org)(?:::[^"\r\n]{0,200})?"?/gim;

/** The bibliographies of Org (its manual, "Citations"). */
export const orgBibliography: BibliographyRules = {
  isNamed: (text) => shownMatches(text, NAMES, skippedInOrg).length > 0,
  paths: (text) => bibliographyPaths(shownGroups(text, FILES, skippedInOrg)),
  listsAll: (text) => shownMatches(text, ALL, skippedInOrg).length > 0,
};

/** Files that Org takes in by `#+include:`, and those whose settings it takes by `#+setupfile:`. */
export const orgParts: PartRules = { taken: (text) => shownGroups(text, TAKEN, skippedInOrg) };
